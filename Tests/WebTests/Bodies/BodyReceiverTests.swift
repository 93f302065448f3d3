import Foundation
import Testing

@testable import Web

/// Whole bodies of forms, of both types.
struct BodyReceiverTests {
    private let folder = NSTemporaryDirectory() + "remit-bodies-" + UUID().uuidString

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func receive(
        _ bytes: [UInt8], _ type: String?, limits: BodyLimits = .form, length: Int? = nil, pieces: Int = 11
    ) throws -> PostedBody {
        var receiver = try BodyReceiver(type: type, length: length, limits: limits, folder: folder)
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            try receiver.take(bytes[start..<min(start + pieces, bytes.count)])
        }
        return try receiver.finish()
    }

    private func fault(_ make: () throws -> PostedBody) -> BodyFault.Kind? {
        do {
            _ = try make()
            return nil
        } catch {
            return (error as? BodyFault)?.kind
        }
    }

    private var filesLeft: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] }

    private static let pairs = "application/x-www-form-urlencoded"

    @Test func `names and values are read as browsers send them`() throws {
        let text =
            "name=Ada+Smith%2B&role=a&role=b&empty=&flag&=x&percent=5%&half=%e&lines=a%0D%0Ab%0Dc&%C3%A9=%F0%9F%A6%B7"
        let body = try receive(Array(text.utf8), Self.pairs)
        #expect(body.value("name") == "Ada Smith+")
        #expect(body.all("role") == ["a", "b"])
        #expect(body.value("empty") == "" && body.value("flag") == "" && body.value("none") == nil)
        #expect(body.value("percent") == "5%" && body.value("half") == "%e")
        #expect(body.value("lines") == "a\nb\nc" && body.all("lines") == ["a\r\nb\rc"])
        #expect(body.value("é") == "🦷")
    }

    @Test func `a value is trimmed where that is asked for`() throws {
        let body = try receive(Array("name=+%09Ada%C2%A0+".utf8), Self.pairs)
        #expect(body.text("name") == "Ada" && body.text("none") == "")
    }

    @Test func `any pairs that are written are read again`() throws {
        var chance = Chance(state: 7)
        for _ in 0..<200 {
            let pairs = (0..<chance.below(8)).map { _ in
                let text = String(decoding: chance.bytes(chance.below(20)), as: UTF8.self)
                return ("n\(chance.below(3))", text)
            }
            let written = pairs.map { name, text in
                name + "=" + text.utf8.map { "%" + String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
            }
            let body = try receive(Array(written.joined(separator: "&").utf8), Self.pairs)
            for name in ["n0", "n1", "n2"] { #expect(body.all(name) == pairs.filter { $0.0 == name }.map(\.1)) }
        }
    }

    @Test func `letters that are not UTF-8 are refused in both types`() {
        #expect(fault { try receive(Array("name=%E9".utf8), Self.pairs) } == .unsupported)
        #expect(fault { try receive(Array("name=a".utf8), Self.pairs + "; charset=iso-8859-1") } == .unsupported)
        #expect(fault { try receive(Array("name=a".utf8), Self.pairs + "; charset=UTF-8") } == nil)
        let form = WrittenForm(parts: [.init(name: "a", bytes: [0xE9])])
        #expect(fault { try receive(form.bytes, form.type) } == .unsupported)
    }

    @Test(arguments: [
        nil, "", "text/plain", "application/json", "multipart/mixed; boundary=b", "multipart", "a/b; c=\"d",
    ])
    func `what is no form is of a type that is not read`(type: String?) {
        #expect(fault { try receive([], type) } == .unsupported)
    }

    @Test(arguments: [
        "", "; boundary=", "; boundary=\"\"", "; boundary=a\u{e9}", "; boundary=\(String(repeating: "b", count: 71))",
    ])
    func `a form in parts says what parts it`(rest: String) {
        #expect(fault { try receive([], "multipart/form-data" + rest) } == .malformed)
    }

    @Test func `a body over its limit is refused, at once where it says so itself`() {
        let small = BodyLimits(bytes: 100)
        #expect(fault { try receive([], Self.pairs, limits: small, length: 101) } == .tooLarge)
        #expect(fault { try receive([UInt8](repeating: 97, count: 101), Self.pairs, limits: small) } == .tooLarge)
        #expect(fault { try receive([UInt8](repeating: 97, count: 100), Self.pairs, limits: small) } == nil)
        let field = BodyLimits(bytes: 1_000, fieldBytes: 10)
        #expect(fault { try receive(Array("a=12345678901".utf8), Self.pairs, limits: field) } == .tooLarge)
        let form = WrittenForm(parts: [.init(name: "a", bytes: [UInt8](repeating: 97, count: 11))])
        #expect(fault { try receive(form.bytes, form.type, limits: field) } == .tooLarge)
        let many = Array(String(repeating: "a=1&", count: 11).utf8)
        #expect(fault { try receive(many, Self.pairs, limits: BodyLimits(bytes: 1_000, parts: 10)) } == .tooLarge)
    }

    @Test func `a file is kept whole outside memory, for us alone, and goes with whoever holds it`() throws {
        var chance = Chance(state: 3)
        let bytes = chance.bytes(200_000)
        let form = WrittenForm(parts: [
            .init(name: "csrf", bytes: Array("t".utf8)), .init(name: "data", fileName: "a.csv", bytes: bytes),
            .init(name: "none", fileName: "", bytes: []),
        ])
        var body: PostedBody? = try receive(form.bytes, form.type, limits: .upload, pieces: 4_096)
        let file = try #require(body?.file("data"))
        #expect(body?.value("csrf") == "t" && body?.file("none") == nil)
        #expect(file.name == "a.csv" && file.size == 200_000)
        #expect(try file.bytes() == bytes)
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(filesLeft.count == 1)
        body = nil
        _ = consume file
        #expect(filesLeft == [])
    }

    @Test func `a file that does not come to its end leaves nothing`() throws {
        let form = WrittenForm(parts: [
            .init(name: "data", fileName: "a.csv", bytes: [UInt8](repeating: 1, count: 5_000))
        ])
        #expect(fault { try receive(Array(form.bytes.dropLast(20)), form.type, limits: .upload) } == .malformed)
        #expect(filesLeft == [])
    }
}
