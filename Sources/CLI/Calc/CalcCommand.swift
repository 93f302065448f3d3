import ArgumentParser
import Files
import Rulebook
import Vocabulary

/// `remit calc METHOD`: one method on one JSON document, with its workings.
struct CalcCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calc", abstract: "Run one method on one JSON document; the answer comes with its workings.",
        discussion: "Without METHOD: the methods there are.")

    @Argument(help: "The method, such as dental.yearEnd.")
    var method: String?

    @Argument(help: ArgumentHelp("A JSON file, or - for standard input.", valueName: "file"))
    var file: String?

    @Flag(help: "Print the shape of the document (JSON Schema).")
    var schema = false

    @Flag(help: "Print the method's example with its source; its input is a document to start from.")
    var example = false

    @Flag(help: "For programs; the answer is JSON either way.")
    var json = false

    func validate() throws {
        if schema && example { throw ValidationError("Choose one of --schema and --example.") }
    }

    func run() async throws {
        guard let name = method else {
            for method in CalcMethods.all.sorted(by: { $0.name < $1.name }) {
                Printing.line("\(method.name)  \(method.title)")
            }
            return
        }
        let method = try CalcMethods.named(name)
        if schema {
            guard case .object(let members) = method.input.schema else { return }
            let head: [JSONValue.Member] = [
                .init("$schema", "https://json-schema.org/draft/2020-12/schema"), .init("title", .text(method.title)),
            ]
            Printing.line(JSONValue.object(head + members).pretty)
        } else if example {
            Printing.line(method.examples[0].json(method: name).pretty)
        } else {
            let bytes = try InputBytes.read(file ?? "-")
            let document = try JSONFile.value(of: bytes, named: file ?? "standard input")
            // The whole example may be given back as it was printed: then its input is meant.
            let input = document["method"] == .text(name) ? document["input"] ?? document : document
            let answer = try CalcMethods.answer(method, input, by: .shipped)
            Printing.line(CalcCommand.json(answer, of: method, input: input).pretty)
        }
    }

    static func json(_ answer: CalcAnswer, of method: any CalcMethod.Type, input: JSONValue) -> JSONValue {
        [
            "method": .text(method.name), "input": input, "result": answer.result,
            "steps": .list(
                answer.steps.map { ["sentence": .text($0.sentence), "rule": .optional($0.rule) { .text($0) }] }),
        ]
    }
}
