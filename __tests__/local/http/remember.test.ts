import { remember } from "../../../lab/local/http/remember";

function counted() {
  const read: string[] = [];
  const recall = remember((text) => {
    read.push(text);
    return { text };
  });
  return { recall, read };
}

describe("what the last heads said", () => {
  it("is read once for the same bytes", () => {
    const { recall, read } = counted();
    expect(recall("a")).toBe(recall("a"));
    expect(recall("b")).toEqual({ text: "b" });
    expect(read).toEqual(["a", "b"]);
  });

  it("is not kept for long texts, nor for many", () => {
    const { recall, read } = counted();
    const long = "x".repeat(4_097);
    recall(long);
    recall(long);
    expect(read).toHaveLength(2);
    for (let index = 0; index <= 128; index += 1) recall(String(index));
    expect(recall("0")).toEqual({ text: "0" });
    expect(read.filter((text) => text === "0")).toHaveLength(2);
  });
});
