import { measureHelloWorld } from "../../bench/start/hello-world";

jest.setTimeout(60_000);

test("npm start is asked until Hello World and twice more, which shows both servers", async () => {
  const { milliseconds, answers } = await measureHelloWorld();
  expect(answers).toEqual(["Hello World", "Hello World from Server-2"]);
  expect(milliseconds).toBeGreaterThan(0);
});

test("a command that ends by itself is reported with what it said", async () => {
  const failing = [
    process.execPath,
    "-e",
    "console.log('no lab'); console.error('no port'); process.exit(2)",
  ];
  await expect(measureHelloWorld(failing)).rejects.toThrow(
    /must say when it is ready.*\n(no lab\nno port|no port\nno lab)/s,
  );
});
