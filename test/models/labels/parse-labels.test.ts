import { describe, expect, test } from "vitest"
import { parseLabels } from "../../../src/models/labels/parse-labels.ts"

const two = ["bright", "dark"]

describe("parseLabels takes", () => {
  test.each([
    ["lines", "bright\ndark\n"],
    ["lines of Windows", "bright\r\ndark"],
    ["lines of old Macs", "bright\rdark\r"],
    ["lines with spaces around, and empty ones at the end", " bright \t\n dark\n\n  \r\n\n"],
    ["a byte order mark", "\ufeffbright\r\ndark\r\n"],
    ["quoted lines", '"bright"\n"dark"\n'],
    ["lines of a Python list", "'bright',\n'dark',\n"],
    ["a list in YAML", "- bright\n- dark\n"],
    ["numbers in front, as Teachable Machine writes them", "0 bright\n1 dark\n"],
    ["numbers with full stops, from 1", "1. bright\n2. dark\n"],
    ["synsets in front, as Caffe writes them", "n01440764 bright\nn01443537 dark\n"],
    ["commas", "0,bright\n1,dark\n"],
    ["commas and spaces", "0, bright\n1, dark\n"],
    ["commas at the end", "bright,\ndark,\n"],
    ["commas at the end of rows", "0,bright,\n1,dark,\n"],
    ["semicolons", "0;bright\n1;dark\n"],
    ["tabs", "0\tbright\n1\tdark\n"],
    ["colons", "0: bright\n1: dark\n"],
    ["the name first", "bright,0\ndark,1\n"],
    ["another order", "1,dark\n0,bright\n"],
    ["numbers from 1", "1,bright\n2,dark\n"],
    ["numbers with zeros in front", "00,bright\n01,dark\n"],
    ["headings", "index,label\n0,bright\n1,dark\n"],
    ["headings, the name first, in quotation marks", '"Label";"Class ID"\r\n"dark";"1"\r\n"bright";"0"\r\n'],
    ["headings of a data frame, whose index has none", ",name\n0,bright\n1,dark\n"],
    ["headings where class is the number", "class,name\n0,bright\n1,dark\n"],
    ["headings where class is the name", "id,class\n0,bright\n1,dark\n"],
    ["other columns", "id,synset,name,count\n0,n01440764,bright,7\n1,n01443537,dark,7\n"],
    ["columns of synsets without headings", "n01440764\tbright\nn01443537\tdark\n"],
    ["JSON: a list", '[" bright", "dark\\n"]'],
    ["JSON: from number to name", '{"1": "dark", "0": "bright"}'],
    [
      "JSON: from number to a list that ends with the name, as in Keras",
      '{"0": ["n01", "bright"], "1": ["n02", "dark"]}',
    ],
    ["JSON: from name to number, as Keras's class_indices", '{"dark": 1, "bright": 0}'],
    ["JSON: objects", '[{"id": 0, "name": "bright"}, {"id": 1, "name": "dark"}]'],
    ["JSON: objects in another order, from 1", '[{"id": 2, "name": "dark"}, {"id": 1, "name": "bright"}]'],
    ["JSON: objects without numbers", '[{"label": "bright"}, {"label": "dark"}]'],
    ["JSON: pairs", '[[1, "dark"], [0, "bright"]]'],
    ["JSON: an object of objects", '{"0": {"name": "bright"}, "1": {"name": "dark"}}'],
    ["JSON: one object a line", '{"id": 0, "name": "bright"}\n{"id": 1, "name": "dark"}\n'],
    [
      "config.json of Transformers",
      '{"model_type": "vit", "id2label": {"0": "bright", "1": "dark"}, "label2id": {"bright": 0, "dark": 1}}',
    ],
    ["a config with label2id alone", '{"label2id": {"dark": "1", "bright": "0"}}'],
    ["metadata.json of Teachable Machine", '{"tfjsVersion": "1", "labels": ["bright", "dark"], "imageSize": 224}'],
    ["categories of COCO", '{"images": [], "categories": [{"id": 1, "name": "bright"}, {"id": 2, "name": "dark"}]}'],
    ["class_to_idx of torchvision", '{"class_to_idx": {"bright": 0, "dark": 1}}'],
    ["a Python dict", "{0: 'bright',\n 1: 'dark'}\n"],
    ["a Python dict from name to number", "{'bright': 0, 'dark': 1,}"],
    ["a Python list", "['bright', \"dark\",]"],
    ["a Python program's line", "CLASSES = ['bright', 'dark']\n"],
    ["tuples", "[(0, 'bright'), (1, 'dark')]"],
    ["names in YAML", "names: ['bright', 'dark']\n"],
  ])("%s", (_, text) => {
    expect(parseLabels(text)).toEqual(two)
  })

  test("commas, quotation marks and apostrophes that belong to names", () => {
    const fish = ["tench, Tinca tinca", 'the "great" white', "jack-o'-lantern"]
    expect(parseLabels(fish.join("\n"))).toEqual(fish)
    expect(parseLabels('"tench, Tinca tinca"\n"the ""great"" white"\njack-o\'-lantern\n', { name: "a.csv" })).toEqual(
      fish,
    )
    expect(parseLabels('0,"tench, Tinca tinca"\n1,"the ""great"" white"\n2,jack-o\'-lantern\n')).toEqual(fish)
    expect(parseLabels('0,tench, Tinca tinca\n1,the "great" white\n2,jack-o\'-lantern\n')).toEqual(fish)
    expect(parseLabels('0\ttench, Tinca tinca\n1\tthe "great" white\n2\tjack-o\'-lantern\n')).toEqual(fish)
    expect(parseLabels(JSON.stringify(fish))).toEqual(fish)
    expect(parseLabels(`{0: 'tench, Tinca tinca', 1: 'the "great" white', 2: 'jack-o\\'-lantern'}`)).toEqual(fish)
    expect(parseLabels("tench, Tinca tinca\ngoldfish, Carassius auratus")).toEqual([
      "tench, Tinca tinca",
      "goldfish, Carassius auratus",
    ])
  })

  test.each([
    ["numbers that are the names", "0\n1\n2\n", ["0", "1", "2"]],
    ["numbers that belong to names", "1 star\n2 stars\n3 stars\n", ["1 star", "2 stars", "3 stars"]],
    ["numbers from 0 that belong to names", "0 fingers\n1 finger\n2 fingers\n", ["0 fingers", "1 finger", "2 fingers"]],
    ["names that are headings elsewhere", "label\nclass\n", ["label", "class"]],
    ["two classes of one name", "crane\ncrane\n", ["crane", "crane"]],
    ["digits in another order", '{"0": 0, "1": 1, "10": 2, "2": 3}', ["0", "1", "10", "2"]],
    ["one class", "0,bright", ["bright"]],
    ["any script", "猫\nكلب\n🐟\n", ["猫", "كلب", "🐟"]],
  ])("%s", (_, text, names) => {
    expect(parseLabels(text)).toEqual(names)
  })

  test("escapes of Python", () => {
    expect(parseLabels(String.raw`{0: 'K\xe4fer', 1: 'a\'b', 2: "\u732b"}`)).toEqual(["K\u00e4fer", "a'b", "\u732b"])
  })

  test("a heading over one column only where the file calls itself a table", () => {
    expect(parseLabels("label\nbright\ndark\n", { name: "labels.csv" })).toEqual(two)
    expect(parseLabels("label\nbright\ndark\n", { name: "labels.txt" })).toEqual(["label", ...two])
  })
})

describe("parseLabels refuses", () => {
  test.each([
    ["labels.txt", "", "is empty"],
    ["labels.txt", "\n \n", "is empty"],
    ["labels.txt", "bright\n\ndark", "has nothing on line 2, where a name should be"],
    ["labels.txt", "\nbright\ndark", "has nothing on line 1, where a name should be"],
    ["labels.txt", "0,bright\n2,dark\n", "has no name for class 1"],
    ["labels.txt", "0,bright\n1,dark\n1,grey\n", "has two names for class 1"],
    ["labels.txt", "5,bright\n6,dark\n", "numbers its classes from 5, not from 0 or 1"],
    ["labels.txt", "0,bright\n1,\n", "has an empty name for class 1"],
    ["labels.csv", "bright,light\ndark,night\n", "has 2 columns, and nothing says which of them holds the names"],
    [
      "labels.csv",
      "id,de,fr\n0,hell,clair\n1,dunkel,sombre\n",
      "has 3 columns, and nothing says which of them holds the names",
    ],
    [
      "labels.csv",
      "tench, Tinca tinca\ngoldfish\n",
      "has rows of different lengths: a name with a comma needs quotation marks",
    ],
    ["labels.json", '["bright", " "]', "has an empty name for class 1"],
    ["labels.json", '["bright", ', "begins like JSON or a Python dict, but is neither"],
    ["labels.json", "[1, 2]", "holds the number 1 where a name should be"],
    ["labels.json", '["bright", null]', "holds null where a name should be"],
    ["labels.json", '{"0": "bright", "2": "dark"}', "has no name for class 1"],
    ["labels.json", '{"bright": 0, "dark": 0}', "has two names for class 0"],
    ["labels.json", '[{"id": 0}, {"id": 1}]', 'holds an object with the key "id" where a name should be'],
    ["labels.json", "[]", "is an empty list"],
    ["labels.json", "{}", "is an empty list"],
    ["labels.json", '{"labels": "bright"}', "holds no list of names"],
    ["labels.json", '"bright"', "holds no list of names"],
    ["labels.json", "null", "holds null where a name should be"],
    [
      "package.json",
      '{"name": "x", "version": "1"}',
      'holds no names of classes, but an object with the keys "name", "version"',
    ],
    ["labels.py", "{0: bright, 1: dark}", "begins like JSON or a Python dict, but is neither"],
    ["labels.txt", "<!DOCTYPE html>\n<html>", "is an HTML page"],
    ["labels.xml", "<?xml version='1.0'?><labels/>", "is an XML file"],
    ["labels.pbtxt", "item {\n  id: 1\n  name: 'cat'\n}", "is a label map of TensorFlow (pbtxt)"],
    ["labels.rtf", "{\\rtf1\\ansi bright}", "is an RTF document"],
    [
      "labels.txt",
      "version https://git-lfs.github.com/spec/v1\n",
      "is a Git LFS pointer; the list itself was not downloaded",
    ],
    ["labels.txt", "bright\0dark", "holds bytes that are not text"],
  ])("%s: %j", (name, text, problem) => {
    expect(() => parseLabels(text, { name })).toThrow(
      expect.objectContaining({
        code: "FILE_UNREADABLE",
        message: `the label list ${name} ${problem}. Give one name per line, in the order of the model's scores, or a JSON list of names.`,
      }),
    )
  })
})
