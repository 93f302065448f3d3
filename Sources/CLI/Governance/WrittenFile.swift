import Digests
import Foundation
import Governance
import Store
import Tabular
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
        let written = try RoundFiles.value(at: path)
        try PatientIdentifier.refuse(in: written, of: name)
        value = try written.holdingFiles { named in
            let bytes = try InputBytes.read(RoundFiles.place(of: named, in: folder))
            attached.append(bytes)
            return Digest.of(bytes)
        }
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

    /// Where an act of the file stands in it: `meeting.yaml, events[7] (castVotes)`, `register.yaml, p005
    /// (enterDeclaration)`.
    func place(of act: any GovernanceAct, _ number: Int, among count: Int) -> String {
        var listed = 0
        if case .list(let events)? = value["events"] { listed = events.count }
        let event = number - (count - listed)
        let place = event >= 0 && listed > 0 ? "events[\(event)]" : act.record.id.description
        return "\(name), \(place) (\(type(of: act).name))"
    }
}
