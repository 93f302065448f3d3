import Foundation
import TestSupport
import Testing
import Vocabulary

struct JSONValueWritingTests {
    @Test func `the canonical form sorts keys by code unit and leaves no white space`() {
        // RFC 8785, section 3.2.3: the example's keys in their order.
        let object = JSONValue.object([
            .init("\u{20ac}", "Euro Sign"), .init("\r", "Carriage Return"),
            .init("\u{fb33}", "Hebrew Letter"),
            .init("1", "One"), .init("\u{1f600}", "Emoji"), .init("\u{80}", "Control"),
            .init("\u{f6}", "Latin"),
        ])
        let expected =
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\"\u{f6}\":\"Latin\","
            + "\"\u{20ac}\":\"Euro Sign\",\"\u{1f600}\":\"Emoji\",\"\u{fb33}\":\"Hebrew Letter\"}"
        #expect(object.canonical == expected)
    }

    @Test func `equal objects have equal bytes whatever the order of their keys`() {
        #expect((["b": 1, "a": [true, .null]] as JSONValue).canonical == "{\"a\":[true,null],\"b\":1}")
        #expect((["a": [true, .null], "b": 1] as JSONValue).canonical == "{\"a\":[true,null],\"b\":1}")
    }

    @Test(arguments: [
        (0, "0"), (-0.0, "0"), (1.2, "1.2"), (96, "96"), (-12.5, "-12.5"), (0.1 + 0.2, "0.30000000000000004"),
        (1e15, "1000000000000000"), (1e17, "1e+17"), (1e-7, "1e-07"), (.infinity, "null"), (.nan, "null"),
    ])
    func `a decimal is the shortest number that reads back as itself`(value: Double, text: String) {
        #expect(JSONValue.decimal(value).canonical == text)
    }

    @Test func `quotation marks, control characters and line breaks are escaped, and nothing else`() {
        #expect(
            JSONValue.text("a\"b\\c\n\r\t\u{1}\u{1F}é€😀/").canonical == #""a\"b\\c\n\r\t\u0001\u001fé€😀/""#)
    }

    @Test func `the readable form keeps the order given`() {
        let value: JSONValue = ["rules": [["id": "a", "empty": []]], "none": .object([])]
        let expected = """
            {
              "rules": [
                {
                  "id": "a",
                  "empty": []
                }
              ],
              "none": {}
            }
            """
        #expect(value.pretty == expected)
    }

    @Test(arguments: [61, 62, 63, 64] as [UInt64])
    func `another reader reads back what was written`(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<100 {
            let value = JSONValue.object([.init("value", Self.random(depth: 0, &numbers))])
            for text in [value.canonical, value.pretty] {
                let read = try JSONSerialization.jsonObject(with: Data(text.utf8))
                #expect(Self.value(from: read).canonical == value.canonical)
            }
        }
    }

    private static func random(depth: Int, _ numbers: inout SeededNumbers) -> JSONValue {
        switch Int.random(in: 0...(depth < 3 ? 6 : 4), using: &numbers) {
        case 0: return .null
        case 1: return .flag(Bool.random(using: &numbers))
        case 2: return .integer(Int.random(in: -1_000_000...1_000_000, using: &numbers))
        case 3: return .decimal(Double(Int.random(in: -99_999...99_999, using: &numbers)) / 8 + 0.0625)
        case 4:
            let scalars = (0..<Int.random(in: 0...8, using: &numbers)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0...0x2FFF, using: &numbers))
            }
            return .text(String(String.UnicodeScalarView(scalars)))
        case 5:
            return .list(
                (0..<Int.random(in: 0...4, using: &numbers)).map { _ in random(depth: depth + 1, &numbers) })
        default:
            return .object(
                (0..<Int.random(in: 0...4, using: &numbers)).map {
                    .init("k\($0)", random(depth: depth + 1, &numbers))
                })
        }
    }

    private static func value(from read: Any) -> JSONValue {
        switch read {
        case let list as [Any]: return .list(list.map(value))
        case let object as [String: Any]:
            return .object(object.sorted { $0.key < $1.key }.map { .init($0.key, value(from: $0.value)) })
        case let text as String: return .text(text)
        case let number as NSNumber:
            if number === kTrue || number === kFalse || String(cString: number.objCType) == "c" {
                return .flag(number.boolValue)
            }
            let double = number.doubleValue
            return double == double.rounded() ? .integer(number.intValue) : .decimal(double)
        default: return .null
        }
    }

    private static let kTrue = NSNumber(value: true)
    private static let kFalse = NSNumber(value: false)
}
