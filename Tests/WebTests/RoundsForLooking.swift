import Foundation
import Priorities
import Store
import Testing
import Vocabulary

@testable import Web

/// Writes every page of every round as a file, for looking at in a browser; a tool, run on request.
///
/// `REMIT_PICTURES=DIR REMIT_ONLY=Web swift test --filter RoundsForLooking` leaves the exemplar's rounds;
/// `REMIT_ROUNDS_OF=FILE` takes those of a database. It prints how long each page took, first and second time.
@Suite struct RoundsForLooking {
    static let folder = ProcessInfo.processInfo.environment["REMIT_PICTURES"]
    static let database = ProcessInfo.processInfo.environment["REMIT_ROUNDS_OF"]

    @Test(.enabled(if: folder != nil, "REMIT_PICTURES names no folder"))
    func `every page of every round can be written to look at`() async throws {
        let folder = URL(fileURLWithPath: Self.folder ?? "", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let store = try Self.database.map { try Store.open(at: $0) } ?? HeldRounds.decided.get().store
        let desk = RoundDesk(store)
        var paths = ["/rounds", "/contracts", "/rules", "/about"]
        for listed in try desk.rounds() {
            let root = "/rounds/\(listed.id)"
            paths += ["", "/robustness", "/scores", "/process", "/decision"].map { root + $0 }
            let round = try desk.round(listed.id)
            paths += round.options.map { "\(root)/options/\($0.id)" }
            let weights = round.leaves.enumerated().map { "\($1.id):\($0 == 0 ? 60 : 10)" }.joined(separator: ",")
            paths += ["\(root)/robustness?weights=\(weights)", "\(root)/robustness?weights=none:3"]
        }
        let css = try await Served(store: store).ask("/remit.css").text
        for path in paths {
            let served = Served(store: store)
            let clock = ContinuousClock()
            let first = try await clock.measure { _ = try await served.ask(path) }
            var reply: Reply?
            let second = try await clock.measure { reply = try await served.ask(path) }
            print("\(path): \(reply?.status ?? 0), first \(first), again \(second)")
            let name = path.dropFirst().replacing("/", with: "-").prefix { $0 != "?" }
            let ending = path.contains("none:3") ? "-fault" : path.contains("?") ? "-asked" : ""
            let html = (reply?.text ?? "").replacing(
                "<link rel=\"stylesheet\" href=\"/remit.css\">", with: "<style>\(css)</style>")
            try Data(html.utf8).write(to: folder.appendingPathComponent("\(name)\(ending).html"))
        }
    }
}
