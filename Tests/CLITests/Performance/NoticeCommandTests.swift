import Foundation
import Performance
import Testing
import Vocabulary

@testable import CLI
@testable import Store

struct NoticeCommandTests {
    private let notice = ["activity", "notice"]
    private let theatre = ["--milestone", "theatre"]

    private func with(_ body: (RoundScratch) async throws -> Void) async throws {
        try await RoundScratch.with { scratch in try await body(scratch) }
    }

    @Test func `a matter goes from notice to close on the command line, and verifies`() async throws {
        try await with { scratch in
            let refusal = try await scratch.refusal(ofFirst: [
                notice + ["notify", "rwx-waits", "--provider", "RWX", "--subject", "Waits", "--on", "2025-09-01"],
                notice + ["meet", "rwx-waits", "--outcome", "A plan is needed", "--on", "2025-09-10"],
                notice
                    + [
                        "plan", "rwx-waits", "--milestone", "theatre:2025-10-31:Open the theatre", "--on", "2025-09-20",
                    ],
                notice + ["exception", "rwx-waits", "--on", "2025-11-03"] + theatre,
                notice
                    + ["withhold", "rwx-waits", "--month", "2025-11", "--amount", "20,000", "--on", "2025-11-10"]
                    + ["--monthly-value", "£1,000,000"] + theatre,
                notice + ["milestone", "rwx-waits", "--on", "2025-11-28"] + theatre,
                notice
                    + ["settle", "rwx-waits", "--outcome", "released", "--reason", "Met", "--on", "2025-12-01"]
                    + theatre,
                notice + ["close", "rwx-waits", "--reason", "Done", "--on", "2025-12-02"],
                notice + ["list"], notice + ["show", "rwx-waits", "--json"],
            ])
            #expect(refusal == nil)
            #expect(try MatterDesk(scratch.store).matter(Slug("rwx-waits")!).state == .closed)
            #expect(try Verification(of: try scratch.store).faults == [])
        }
    }

    @Test func `an immediate action plan is agreed, breached, and what was withheld later is repaid with interest`()
        async throws
    {
        try await with { scratch in
            let refusal = try await scratch.refusal(ofFirst: [
                notice + ["notify", "rwx-waits", "--provider", "RWX", "--subject", "Waits", "--on", "2025-09-01"],
                notice
                    + ["meet", "rwx-waits", "--outcome", "Act", "--immediate", "Open a clinic", "--on", "2025-09-10"]
                    + ["--action-by", "2025-09-15"],
                notice
                    + ["action", "rwx-waits", "--breached", "--finding", "No clinic was opened", "--on", "2025-09-16"],
                notice
                    + [
                        "plan", "rwx-waits", "--milestone", "theatre:2025-10-31:Open the theatre", "--on", "2025-09-20",
                    ],
                notice + ["exception", "rwx-waits", "--on", "2025-11-03"] + theatre,
                notice
                    + ["withhold", "rwx-waits", "--month", "2025-11", "--amount", "12,000", "--on", "2025-11-10"]
                    + ["--monthly-value", "£1,000,000"] + theatre,
                notice
                    + ["settle", "rwx-waits", "--outcome", "repaid", "--rate", "8.25", "--reason", "It was met"]
                    + ["--on", "2025-12-02"] + theatre,
                notice + ["show", "rwx-waits", "--json"],
            ])
            #expect(refusal == nil)
            let held = try MatterDesk(scratch.store).matter(Slug("rwx-waits")!)
            #expect(held.withholdings[0].interest == Money(pence: 5_967))
            #expect(try Verification(of: try scratch.store).faults == [])
        }
    }

    @Test func `more than the cap, and a step that is not due, are refused with their codes`() async throws {
        try await with { scratch in
            let begun = notice + ["query", "rwx-a", "--provider", "RWX", "--subject", "Over", "--on", "2025-09-01"]
            let refused1 = try await scratch.refusal(ofFirst: [begun])
            #expect(refused1 == nil)
            let refused2 = try await scratch.refusal(ofFirst: [begun])
            #expect(refused2?.code == "step-not-due")
            let exception = notice + ["exception", "rwx-a", "--on", "2025-11-03"] + theatre
            let refused3 = try await scratch.refusal(ofFirst: [exception])
            #expect(refused3?.code == "no-such-milestone")
            let refused4 = try await scratch.refusal(ofFirst: [notice + ["show", "none"]])
            #expect(refused4?.code == "no-such-matter")
        }
    }
}
