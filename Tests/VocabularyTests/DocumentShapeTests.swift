import Testing

@testable import Vocabulary

struct DocumentShapeTests {
    private enum Colour: String, Codable, CaseIterable { case red, green }

    private struct Leaf: Codable {
        var id: Slug
        var amount: Money
        var note: String?

        enum CodingKeys: String, CodingKey {
            case id
            case amount = "amountPence"
            case note
        }
    }

    private struct Tree: Codable {
        var colour: Colour
        var leaves: [Leaf]
        var count: Int
        var share: Double
        var days: [String: Day]
        var isOld: Bool
        var person: Personal?

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            colour = try container.decodeIfPresent(Colour.self, forKey: .colour) ?? .red
            leaves = try container.decode([Leaf].self, forKey: .leaves)
            count = try container.decode(Int.self, forKey: .count)
            share = try container.decode(Double.self, forKey: .share)
            days = try container.decode([String: Day].self, forKey: .days)
            isOld = try container.decode(Bool.self, forKey: .isOld)
            person = try container.decodeIfPresent(Personal.self, forKey: .person)
        }
    }

    private static let tree: DocumentShape = .object([
        .init("colour", .choice(["red", "green"]), "", isOptional: true),
        .init(
            "leaves",
            .list(
                .object([
                    .init("id", .name, ""), .init("amountPence", .pence, ""),
                    .init("note", .text, "", isOptional: true),
                ])), ""),
        .init("count", .whole, ""), .init("share", .number, ""), .init("days", .map(.day), ""),
        .init("isOld", .flag, ""), .init("person", .personal, "", isOptional: true),
    ])

    @Test func `the shape of a type is found by letting it read`() throws {
        #expect(try DocumentShape.read(by: Tree.self) == Self.tree)
    }

    private enum Either: Codable {
        case one(Int)
        case other(String)
    }

    private struct Loop: Codable {
        var inner: [Loop]
    }

    @Test func `a type of several forms, or that holds itself, is to be told`() throws {
        #expect(throws: Refusal.self) { try DocumentShape.read(by: Either.self) }
        #expect(throws: Refusal.self) { try DocumentShape.read(by: Loop.self) }
        let told: DocumentShape = .written("of one or the other")
        #expect(try DocumentShape.read(by: Either.self, knowing: [.init(Either.one(1), told)]) == told)
    }

    @Test func `an example of every shape is of that shape`() throws {
        _ = try ShapedValue(Self.tree.example, as: Self.tree, at: "tree")
        for shape: DocumentShape in [
            .pence, .units, .count, .whole, .number, .between(3, 5), .text, .choice(["a"]), .financialYear, .day,
            .month, .moment, .flag, .name, .code, .digest, .personal, .written("x"), .list(.name), .map(.day),
            .open([], others: .number), .nullable(.day),
        ] {
            _ = try ShapedValue(shape.example, as: shape, at: "it")
        }
    }

    private static let wrong: [(DocumentShape, JSONValue)] = [
        (.name, JSONValue.text("Not a name")), (.code, .text("Q ZW")), (.digest, .text("00")),
        (.moment, .text("2026-03-31")), (.between(1, 5), .integer(6)), (.between(1, 5), .integer(0)),
        (.personal, ["personalText": ""]), (.personal, ["digest": "x"]), (.map(.day), ["a": "b"]),
        (.open([], others: .number), ["a": "b"]), (.nullable(.day), .integer(1)), (.object([]), ["a": 1]),
    ]

    @Test(arguments: wrong)
    func `what is of another shape is refused`(shape: DocumentShape, value: JSONValue) {
        #expect(throws: Refusal.self) { try ShapedValue(value, as: shape, at: "it") }
    }

    @Test func `a part that somebody else fills in is left out, and set`() {
        let shape: DocumentShape = .object([
            .init("member", .name, ""), .init("inner", .object([.init("a", .name, ""), .init("b", .flag, "")]), ""),
        ])
        #expect(
            shape.leavingOut(["member"]).leavingOut(["inner", "a"])
                == .object([.init("inner", .object([.init("b", .flag, "")]), "")]))
        let value: JSONValue = ["inner": ["b": true]]
        let set = value.setting(["inner", "a"], to: "x")
        #expect(set.value(at: ["inner", "a"]) == "x" && set.value(at: ["inner", "b"]) == true)
        #expect(set.value(at: ["none", "a"]) == nil)
    }

    @Test func `the schema closes objects, and lets what is optional be null`() {
        let schema = Self.tree.schema
        #expect(schema["additionalProperties"] == false)
        #expect(schema["required"] == ["leaves", "count", "share", "days", "isOld"])
        #expect(schema["properties"]?["colour"]?["type"] == ["string", "null"])
        #expect(schema["properties"]?["colour"]?["enum"] == ["red", "green", .null])
        #expect(schema["properties"]?["days"]?["additionalProperties"]?["format"] == "date")
    }
}
