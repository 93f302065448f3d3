import ArgumentParser
import Files
import Foundation
import Rulebook
import Vocabulary

/// `remit methods`: the methods there are, and worked examples checked.
struct MethodsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "methods", abstract: "The methods of the product, and worked examples checked against them.",
        subcommands: [MethodsListCommand.self, MethodsCheckCommand.self],
        defaultSubcommand: MethodsListCommand.self)
}

struct MethodsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the methods.")

    @Flag(help: "Write JSON.")
    var json = false

    func run() async throws {
        let methods = CalcMethods.all.sorted { $0.name < $1.name }
        guard json else {
            for method in methods { Printing.line("\(method.name)  \(method.title)") }
            return
        }
        let list = methods.map { method -> JSONValue in
            ["name": .text(method.name), "title": .text(method.title), "schema": method.input.schema]
        }
        Printing.line(JSONValue.object([.init("methods", .list(list))]).pretty)
    }
}

struct MethodsCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Run worked examples, and say which hold.",
        discussion: """
            DIR holds JSON files, each an example or a list of examples: method, input, expected, tolerance, source, \
            in the shape that `remit calc METHOD --example` prints. Without DIR: the examples that come with Remit.
            """)

    @Argument(help: ArgumentHelp("A folder of JSON files.", valueName: "dir"))
    var folder: String?

    func run() async throws {
        var tally = ExampleTally()
        if let folder {
            for (name, bytes) in try InputBytes.folder(folder, ending: ".json") {
                tally.check(bytes, named: name)
            }
        } else {
            for method in CalcMethods.all {
                for example in method.examples {
                    tally.check(example.json(method: method.name), named: "\(method.name): \(example.name)")
                }
            }
        }
        for line in tally.lines { Printing.line(line) }
        Printing.line("\(tally.passed) passed, \(tally.failed) failed, \(tally.skipped) skipped")
        if tally.failed > 0 { throw ExitCode(Refusal.Kind.wanting.exitCode) }
    }
}

/// What became of examples: passed, failed (with where), or skipped (with why).
struct ExampleTally {
    private(set) var passed = 0
    private(set) var failed = 0
    private(set) var skipped = 0
    private(set) var lines: [String] = []

    /// A file: one example, or a list of them.
    mutating func check(_ bytes: [UInt8], named name: String) {
        do throws(Refusal) {
            let document = try JSONFile.value(of: bytes, named: name)
            if case .list(let examples) = document {
                for (place, example) in examples.enumerated() { check(example, named: "\(name)[\(place)]") }
            } else {
                check(document, named: name)
            }
        } catch {
            fail(name, error.description)
        }
    }

    mutating func check(_ example: JSONValue, named name: String) {
        guard case .text(let methodName)? = example["method"], let input = example["input"],
            let expected = example["expected"]
        else { return fail(name, "It is no example: it needs method, input and expected.") }
        guard let method = CalcMethods.all.first(where: { $0.name == methodName }) else {
            skipped += 1
            lines.append("skipped  \(name): this version has no method \(methodName)")
            return
        }
        do throws(Refusal) {
            let answer = try CalcMethods.answer(method, input, by: .shipped)
            let tolerance = ExampleTolerance(example["tolerance"])
            if let difference = tolerance.difference(expected, answer.result, at: "result") {
                fail(name, difference)
            } else {
                passed += 1
                lines.append("passed   \(name) (\(methodName))")
            }
        } catch {
            guard error.kind == .engine else { return fail(name, error.description) }
            skipped += 1
            lines.append("skipped  \(name): \(error.description)")
        }
    }

    private mutating func fail(_ name: String, _ why: String) {
        failed += 1
        lines.append("failed   \(name): \(why)")
    }
}

/// How far a number may be off: `0.01`, `{"abs": 0.01}`, `{"rel": 1e-6}`, or exact.
struct ExampleTolerance {
    private var absolute = 0.0
    private var relative = 0.0

    init(_ value: JSONValue?) {
        absolute = ExampleTolerance.number(value) ?? ExampleTolerance.number(value?["abs"]) ?? 0
        relative = ExampleTolerance.number(value?["rel"]) ?? 0
    }

    /// Where the answer first differs from what is expected, in a sentence; nil where it does not.
    func difference(_ expected: JSONValue, _ found: JSONValue, at path: String) -> String? {
        if let wanted = ExampleTolerance.number(expected), let got = ExampleTolerance.number(found) {
            let allowed = max(absolute, relative * wanted.magnitude) + 1e-12 * max(1, wanted.magnitude)
            return (wanted - got).magnitude <= allowed
                ? nil : "\(path) is \(found.canonical), and \(expected.canonical) is expected."
        }
        switch (expected, found) {
        case (.object(let members), .object):
            for member in members {
                guard let value = found[member.key] else { return "\(path) has no “\(member.key)”." }
                if let difference = difference(member.value, value, at: "\(path).\(member.key)") { return difference }
            }
            return nil
        case (.list(let wanted), .list(let got)):
            guard wanted.count == got.count else {
                return "\(path) has \(got.count) values, and \(wanted.count) are expected."
            }
            for (place, pair) in zip(wanted, got).enumerated() {
                if let difference = difference(pair.0, pair.1, at: "\(path)[\(place)]") { return difference }
            }
            return nil
        default:
            return expected == found
                ? nil : "\(path) is \(found.canonical), and \(expected.canonical) is expected."
        }
    }

    private static func number(_ value: JSONValue?) -> Double? {
        switch value {
        case .integer(let value)?: Double(value)
        case .decimal(let value)?: value
        default: nil
        }
    }
}
