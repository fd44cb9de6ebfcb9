import type { LayerConverter } from "../layer-call.ts"
import { activation, elu, leakyRelu, prelu, relu, softmax, thresholdedRelu } from "./activation.ts"
import { conv2d, depthwiseConv2d, separableConv2d } from "./convolution.ts"
import { dense } from "./dense.ts"
import { add, average, concatenate, maximum, minimum, multiply, subtract } from "./merge.ts"
import { batchNormalization, normalization, rescaling } from "./normalization.ts"
import { averagePooling2d, globalAveragePooling2d, globalMaxPooling2d, maxPooling2d } from "./pooling.ts"
import { cropping2d, flatten, identity, permute, reshape, upSampling2d, zeroPadding2d } from "./shape.ts"

/** The layers that are supported, by Keras's class names. */
export const layerConverters: Readonly<Record<string, LayerConverter>> = {
  Activation: activation,
  ActivityRegularization: identity,
  Add: add,
  AlphaDropout: identity,
  Average: average,
  AveragePooling2D: averagePooling2d,
  BatchNormalization: batchNormalization,
  Concatenate: concatenate,
  Conv2D: conv2d,
  Cropping2D: cropping2d,
  Dense: dense,
  DepthwiseConv2D: depthwiseConv2d,
  Dropout: identity,
  ELU: elu,
  Flatten: flatten,
  GaussianDropout: identity,
  GaussianNoise: identity,
  GlobalAveragePooling2D: globalAveragePooling2d,
  GlobalMaxPooling2D: globalMaxPooling2d,
  LeakyReLU: leakyRelu,
  Maximum: maximum,
  MaxPooling2D: maxPooling2d,
  Minimum: minimum,
  Multiply: multiply,
  Normalization: normalization,
  PReLU: prelu,
  Permute: permute,
  RandomBrightness: identity,
  RandomContrast: identity,
  RandomFlip: identity,
  RandomRotation: identity,
  RandomTranslation: identity,
  RandomZoom: identity,
  ReLU: relu,
  Rescaling: rescaling,
  Reshape: reshape,
  SeparableConv2D: separableConv2d,
  Softmax: softmax,
  SpatialDropout2D: identity,
  Subtract: subtract,
  ThresholdedReLU: thresholdedRelu,
  UpSampling2D: upSampling2d,
  ZeroPadding2D: zeroPadding2d,
}
