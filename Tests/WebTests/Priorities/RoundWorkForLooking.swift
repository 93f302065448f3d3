import Foundation
import Priorities
import Testing
import Vocabulary

@testable import Web

/// Writes the pages on which a round is worked on as files, for looking at in a browser; a tool, run on request.
///
/// `REMIT_PICTURES=DIR REMIT_ONLY=Web swift test --filter RoundWorkForLooking` leaves `STAGE-PAGE.html`.
@Suite struct RoundWorkForLooking {
    static let folder = ProcessInfo.processInfo.environment["REMIT_PICTURES"]

    @Test(.enabled(if: folder != nil, "REMIT_PICTURES names no folder"))
    func `every page of work in a round can be written to look at`() async throws {
        let folder = URL(fileURLWithPath: Self.folder ?? "", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        func keep(_ name: String, _ reply: Reply, _ css: String) throws {
            let html = reply.text.replacing(
                "<link rel=\"stylesheet\" href=\"/remit.css\">", with: "<style>\(css)</style>")
            try Data(html.utf8).write(to: folder.appendingPathComponent("\(name).html"))
        }
        for (name, stage) in [("weighing", HeldRounds.Stage.weighing), ("scoring", .scoring), ("voting", .voting)] {
            let held = try RoundAtWorkServed(stage)
            let css = try await held.served.ask("/remit.css").text
            let voter = try held.round.members.map(\.id).last { try held.round.ballot?.voted.contains($0) != true }
            let account = "seat-\(voter?.description ?? "chair")"
            for part in [
                "mine", "mine/interest", "mine/weights", "mine/weights/top", "mine/scores", "mine/scores/health",
                "mine/check", "mine/ballot",
            ] {
                try keep("\(name)-\(part.replacing("/", with: "-"))", try await held.ask("/\(part)", as: account), css)
            }
            for part in [
                "manage", "manage/close/scores", "manage/reopen/anchors", "manage/members", "manage/options",
                "manage/new-option", "manage/ballot", "manage/advice",
            ] {
                try keep(
                    "\(name)-\(part.replacing("/", with: "-"))", try await held.ask("/\(part)", as: "manager"), css)
            }
            let wrong = try await held.post(
                "/mine/scores/health", [("score-psychology", "lots"), ("note-foot-protection", "no figure")],
                as: account)
            try keep("\(name)-wrong", wrong, css)
            try keep("\(name)-home", try await held.served.ask("/home", as: account), css)
            try keep("\(name)-round", try await held.ask("", as: account), css)
        }
    }
}
