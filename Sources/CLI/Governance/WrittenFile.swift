import Digests
import Foundation
import Store
import Vocabulary

/// A document that people wrote, with the files that it names beside it.
///
/// `file: paper.docx` stands for `document` with the digest of that file, from the folder of the document; an entry of
/// `evidence` may be a file's name as well as a digest. The files are kept as sources when the acts are performed.
struct WrittenFile {
    let name: String
    let value: JSONValue
    private let attached: [[UInt8]]

    init(_ path: String) throws {
        var attached: [[UInt8]] = []
        let folder = path == "-" ? "." : (path as NSString).deletingLastPathComponent
        name = RoundFiles.name(path)
        value = try WrittenFile.attaching(RoundFiles.value(at: path), from: folder, to: &attached)
        self.attached = attached
    }

    func hold(_ texts: GovernanceTexts) throws {
        for bytes in attached { _ = try texts.hold(bytes) }
    }

    /// The document with a meeting's name put before all else.
    ///
    /// - Throws: `Refusal` of kind `input`, `document-not-keyed`, and `other-meeting` where it names another.
    func of(meeting: Slug, adding more: [JSONValue.Member] = []) throws(Refusal) -> JSONValue {
        guard case .object(let members) = value else {
            throw Refusal(
                .input, code: "document-not-keyed", "\(name) does not begin with a key and a colon.",
                remedy: "The manual’s page docs/governance.md shows its form.")
        }
        if let named = value["meeting"], named != .text(meeting.description) {
            throw Refusal(
                .input, code: "other-meeting", "\(name) is written for another meeting than “\(meeting)”.",
                remedy: "Correct it there, or name the other meeting.")
        }
        let own = members.filter { $0.key != "meeting" }
        return .object([.init("meeting", .text(meeting.description))] + more + own)
    }

    private static func attaching(
        _ value: JSONValue, from folder: String, to attached: inout [[UInt8]]
    ) throws -> JSONValue {
        switch value {
        case .list(let values):
            return .list(try values.map { try attaching($0, from: folder, to: &attached) })
        case .object(let members):
            return .object(
                try members.map { member in
                    switch (member.key, member.value) {
                    case ("file", .text(let path)):
                        return .init("document", try digest(of: path, from: folder, to: &attached))
                    case ("evidence", .list(let entries)):
                        return .init(
                            "evidence", .list(try entries.map { try evidence($0, from: folder, to: &attached) }))
                    default:
                        return .init(member.key, try attaching(member.value, from: folder, to: &attached))
                    }
                })
        default: return value
        }
    }

    private static func evidence(
        _ entry: JSONValue, from folder: String, to attached: inout [[UInt8]]
    ) throws -> JSONValue {
        guard case .text(let text) = entry, EvidenceID(text) == nil else { return entry }
        return try digest(of: text, from: folder, to: &attached)
    }

    private static func digest(
        of path: String, from folder: String, to attached: inout [[UInt8]]
    ) throws -> JSONValue {
        let bytes = try InputBytes.read(RoundFiles.place(of: path, in: folder))
        attached.append(bytes)
        return .text(Digest.of(bytes).description)
    }
}
