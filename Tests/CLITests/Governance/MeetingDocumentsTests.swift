import Files
import Foundation
import Governance
import Testing
import Vocabulary

@testable import CLI
@testable import Store

/// Agenda and papers of a meeting as Word documents.
struct MeetingDocumentsTests {
    /// The words of a document, part by part.
    private func words(_ path: String) throws -> String {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let parts = try ZipFile.members(of: bytes, named: path)
        return parts.filter { $0.path.hasPrefix("word/") }.map { String(decoding: $0.bytes, as: UTF8.self) }
            .joined(separator: "\n").replacing(/<[^>]*>/, with: "\n")
    }

    /// A meeting whose papers p003 may not see.
    private func planned(_ body: (RoundScratch) async throws -> Void) async throws {
        try await RoundScratch.withCommittee { scratch in
            #expect(try await scratch.plan() == nil)
            let refusal = try await scratch.refusal(
                "meeting", "handle", "pccc-2025-05", "access", "p003", "--chair", "p001", "--option", "noPapers",
                "--reason", "The figures are a bidder's", "--at", "08:30")
            #expect(refusal == nil)
            try await body(scratch)
        }
    }

    @Test func `the agenda is a document with each item and its papers`() async throws {
        try await planned { scratch in
            let file = scratch.path("agenda.docx")
            #expect(try await scratch.refusal("meeting", "agenda", "pccc-2025-05", "--docx", file) == nil)
            let text = try words(file)
            for part in ["12 May 2025", "1. Access at Harbour Street", "It would commit £30,000.", "Committee paper"] {
                #expect(text.contains(part), "\(part)")
            }
        }
    }

    @Test func `the pack of a person leaves out what is kept back, and the whole pack has it`() async throws {
        try await planned { scratch in
            let (own, whole) = (scratch.path("p003.docx"), scratch.path("all.docx"))
            let papers = ["meeting", "papers", "pccc-2025-05"]
            let refusal = try await scratch.refusal(ofFirst: [
                papers + ["--for", "p003", "--docx", own],
                papers + ["--docx", whole, "--files", scratch.path("papers")],
            ])
            #expect(refusal == nil)
            let (text, all) = (try words(own), try words(whole))
            #expect(text.contains("Papers for Jonas Fell") && text.contains("1 paper of this item is kept back"))
            #expect(!text.contains("The paper.") && !text.contains("Committee paper"))
            #expect(all.contains("The paper.") && all.contains("Committee paper"))
            let files = try FileManager.default.contentsOfDirectory(atPath: scratch.path("papers"))
            #expect(files.count == 1 && files[0].hasPrefix("1-") && files[0].hasSuffix(".txt"))
            #expect(try scratch.book.meetings[Slug("pccc-2025-05")!]?.papers == nil, "making a pack records nothing")
        }
    }

    @Test func `who may have no paper gets no folder, and nobody known is no reader`() async throws {
        try await planned { scratch in
            let papers = ["meeting", "papers", "pccc-2025-05"]
            #expect(try await scratch.refusal(papers + ["--for", "p003", "--files", scratch.path("own")]) == nil)
            #expect(!FileManager.default.fileExists(atPath: scratch.path("own")))
            let nobody = try await scratch.refusal(papers + ["--for", "p999", "--docx", scratch.path("x.docx")])
            #expect(nobody?.code == "no-such-person")
            #expect(!FileManager.default.fileExists(atPath: scratch.path("x.docx")))
            #expect(await scratch.code("meeting", "papers", "pccc-2025-05", "--on", "2025-05-01", "--docx", "x") == 2)
        }
    }
}
