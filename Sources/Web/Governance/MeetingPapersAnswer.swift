import Access
import Digests
import Files
import Governance
import Hummingbird
import Pages
import Store
import Vocabulary

/// The papers of a meeting for who reads them: a page, one document, and each file.
enum MeetingPapersAnswer {
    static func page(_ question: Question) throws -> Answer {
        let live = try MeetingWork(question, .readMeetings).live()
        let held = try question.store.read { db in try KeptBytes.digests(db) }
        return Answer(MeetingPapersPage(live, held: Set(held)))
    }

    /// The pack as a Word document: papers that are text in full, others named.
    static func document(_ question: Question) throws -> (bytes: [UInt8], name: String) {
        let live = try MeetingWork(question, .readMeetings).live()
        guard live.arePapersOut, live.hasPack else {
            throw Refusal(.usage, code: "not-found", "A pack of papers for you")
        }
        let store = question.store
        let pack = live.pack { digest in
            (try? file(digest, in: store)).flatMap(\.self).flatMap { PaperBytes($0).text }
        }
        let left = pack.leftOut == 0 ? "" : "; \(counted(pack.leftOut, "paper", "papers")) left out"
        let bytes = MeetingFile.bytes(
            pack.title, pack.blocks,
            footer: "\(question.shell.system) · for \(try question.signedIn().account.id)\(left)")
        return (bytes, "\(live.id)-papers.docx")
    }

    /// One file. That a paper is there but kept back from the reader is said; anything else is not found.
    static func paper(_ question: Question) throws -> Response {
        let live = try MeetingWork(question, .readMeetings).live()
        let digest = try question.parameter("document") { EvidenceID($0) }
        let missing = Refusal(.usage, code: "not-found", "A paper of the meeting under this number")
        let documents = live.meeting.agenda.flatMap { $0.papers.map(\.document) + $0.gates.map(\.document) }
        guard live.arePapersOut, documents.contains(digest) else { throw missing }
        guard live.pack().documents.contains(where: { $0.digest == digest }) else {
            throw Refusal(
                .permission, code: "paper-withheld",
                "This paper is kept back from you because of an interest, as the chair decided.",
                remedy: "Ask the chair, or who takes the minutes, where you think that is wrong.")
        }
        guard let found = try file(digest, in: question.store) else { throw missing }
        let ending = PaperBytes(found).ending
        return Site.response(
            .ok, found, type: types[ending] ?? "application/octet-stream",
            fileName: "\(live.id)-\(digest.short).\(ending)")
    }

    /// Nil where none are kept under the digest.
    private static func file(_ digest: EvidenceID, in store: Store) throws -> [UInt8]? {
        guard let kept = try store.read({ db in try KeptBytes.of(digest, db) }) else { return nil }
        return try Compression.received(kept.bytes, isGzip: kept.isGzip, size: kept.size, as: digest) { Digest.of($0) }
    }

    private static let types = [
        "pdf": "application/pdf", "txt": "text/plain; charset=utf-8", "zip": "application/zip",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ]
}
