import Rulebook
import Testing
import Vocabulary

@testable import CLI

/// Every method that `remit calc` has: its own examples, and what it refuses.
struct CalcMethodTests {
    static let names = CalcMethods.all.map { $0.name }

    private static func refusal(_ name: String, _ document: JSONValue) -> Refusal? {
        do throws(Refusal) {
            _ = try CalcMethods.answer(CalcMethods.named(name), document, by: .shipped)
            return nil
        } catch {
            return error
        }
    }

    /// The input of the method's first example, with one member changed, taken out (nil) or added.
    private static func document(_ name: String, _ key: String, _ value: JSONValue?) throws -> JSONValue {
        guard case .object(let members) = try CalcMethods.named(name).examples[0].input else {
            throw Refusal(.input, code: "no-object", "The example of \(name) is no object.")
        }
        return .object(members.filter { $0.key != key } + (value.map { [.init(key, $0)] } ?? []))
    }

    private static func fields(of name: String) throws -> [Shape.Field] {
        guard case .object(let fields) = try CalcMethods.named(name).input else { return [] }
        return fields
    }

    @Test func `each method has a name of its own, a sentence and an example with its source`() {
        #expect(Set(Self.names).count == Self.names.count)
        for method in CalcMethods.all {
            #expect(method.title.hasSuffix("."), "\(method.name)")
            #expect(!method.examples.isEmpty && method.examples.allSatisfy { !$0.source.isEmpty }, "\(method.name)")
        }
    }

    @Test(arguments: CalcMethodTests.names) func `the examples of a method hold`(name: String) throws {
        let method = try CalcMethods.named(name)
        var tally = ExampleTally()
        for example in method.examples { tally.check(example.json(method: name), named: example.name) }
        // A method whose engine is not installed is skipped, with the reason.
        #expect(tally.passed + tally.skipped == method.examples.count, "\(tally.lines)")
        #expect(tally.skipped == 0 || name == "portfolio.exact", "\(tally.lines)")
    }

    @Test(arguments: CalcMethodTests.names) func `an example that is wrong fails`(name: String) throws {
        var example = try CalcMethods.named(name).examples[0]
        guard case .object(let members) = example.expected, let first = members.first else {
            Issue.record("the example of \(name) expects nothing")
            return
        }
        example.expected = .object([.init(first.key, "another")] + members.dropFirst())
        var tally = ExampleTally()
        tally.check(example.json(method: name), named: "wrong")
        if name == "portfolio.exact", tally.skipped == 1 { return }
        #expect(tally.failed == 1)
        #expect(tally.lines.first?.contains("result.\(first.key) is ") == true)
    }

    @Test(arguments: CalcMethodTests.names) func `a key that no field has is refused by name`(name: String) throws {
        let refusal = try #require(try Self.refusal(name, Self.document(name, "colour", "red")))
        #expect(refusal.code == "unknown-key" && refusal.kind == .input)
        #expect(refusal.sentence == "\(name) has no place for “colour”.")
        let first = try #require(Self.fields(of: name).first).key
        #expect(refusal.remedy?.contains(first) == true)
    }

    @Test(arguments: CalcMethodTests.names) func `each required key that is missing is named`(name: String) throws {
        let required = try Self.fields(of: name).filter { !$0.isOptional }
        #expect(!required.isEmpty)
        for field in required {
            for absent in [nil, JSONValue.null] {
                let refusal = try #require(try Self.refusal(name, Self.document(name, field.key, absent)))
                #expect(refusal.code == "missing-key")
                #expect(refusal.sentence.hasPrefix("\(name) lacks “\(field.key)”"))
            }
        }
    }

    @Test(arguments: CalcMethodTests.names)
    func `a value of the wrong type is refused at its place`(name: String) throws {
        for field in try Self.fields(of: name) {
            let isFlag = if case .flag = field.shape { true } else { false }
            let (wrong, shown): (JSONValue, String) = isFlag ? (7, "7") : (true, "true")
            let refusal = try #require(try Self.refusal(name, Self.document(name, field.key, wrong)))
            #expect(refusal.code == "wrong-shape")
            #expect(refusal.sentence == "\(name).\(field.key) is \(shown), and \(field.shape.words) is expected.")
        }
        #expect(Self.refusal(name, [1, 2])?.sentence == "\(name) is [1,2], and an object is expected.")
    }

    @Test(
        arguments: [
            ("dental.yearEnd", "contractedUnits", JSONValue.decimal(100.001), "100.001"),
            ("dental.midYear", "deliveredUnits", .decimal(2_900.125), "2900.125"),
            ("dental.yearEnd", "valuePence", .decimal(0.5), "0.5"), ("dental.units", "band1", -1, "-1"),
            ("dental.units", "band3", 1_000_000_000_000_000, "1000000000000000"),
            ("dental.units", "on", "2024-02-30", "\"2024-02-30\""),
            ("dental.monthlyTargets", "financialYear", "2024/26", "\"2024/26\""),
        ] as [(String, String, JSONValue, String)])
    func `a number or a day that is not of its shape is refused at its place`(
        name: String, key: String, value: JSONValue, shown: String
    ) throws {
        let refusal = try #require(try Self.refusal(name, Self.document(name, key, value)))
        #expect(refusal.code == "wrong-shape")
        #expect(refusal.sentence.hasPrefix("\(name).\(key) is \(shown), and "))
    }

    @Test func `two decimals of a unit are taken`() throws {
        let document = try Self.document("dental.yearEnd", "deliveredUnits", .decimal(96.07))
        #expect(Self.refusal("dental.yearEnd", document) == nil)
    }

    @Test func `a place in a list is named by its number`() {
        #expect(
            Self.refusal("concentration", ["sizes": [30, "thirty"]])?.sentence
                == "concentration.sizes[1] is \"thirty\", and a whole number, 0 or more, of 15 digits at most is expected."
        )
    }

    @Test(
        arguments: [
            ("concentration", ["sizes": []], "empty-market"),
            ("concentration", ["sizes": [0, 0]], "empty-market"),
            ("rankCorrelation", ["before": [1, 2], "after": [1]], "unequal-lists"),
            ("rankCorrelation", ["before": [1, 1], "after": [1, 2]], "no-order"),
            ("money.shared", ["amountPence": 100, "weights": []], "no-weights"),
            ("dental.units", ["on": "2023-12-31", "band1": 1, "band3": 1, "urgent": 1], "wrong-shape"),
        ] as [(String, JSONValue, String)])
    func `what cannot be worked out is refused with its reason`(name: String, document: JSONValue, code: String) {
        #expect(Self.refusal(name, document)?.code == code)
    }

    @Test func `a method that is not there is refused with those that are`() {
        do throws(Refusal) {
            _ = try CalcMethods.named("dental.yearend")
            Issue.record("a method was found")
        } catch {
            #expect(error.code == "no-method")
            #expect(Self.names.allSatisfy { error.remedy?.contains($0) == true })
        }
    }
}
