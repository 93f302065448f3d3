import ArgumentParser
import Foundation
import Governance
import Vocabulary

@testable import CLI
@testable import Store

/// A small invented body as its governance lead would write it down: five people, one committee, one meeting.
extension RoundScratch {
    var desk: GovernanceDesk { get throws { GovernanceDesk(try store) } }
    var book: GovernanceBook { get throws { try desk.book() } }

    /// The exit code of a command as it is typed.
    func code(_ words: String...) async -> Int32 {
        await CommandRunner.run(Root.self, words + ["--db", file, "--as", "A. Tester"])
    }

    /// Runs commands in order; what the first that is refused says, and nil where none is.
    func refusal(ofFirst steps: [[String]]) async throws -> Refusal? {
        for step in steps {
            if let refusal = try await refusal(step) { return refusal }
        }
        return nil
    }

    /// With people and a committee entered.
    static func withCommittee<T>(_ body: (RoundScratch) async throws -> T) async throws -> T {
        try await with { scratch in
            try scratch.write("register.yaml", GovernanceFiles.register)
            try scratch.write("committee.yaml", GovernanceFiles.committee)
            try scratch.write("paper.txt", "The paper.")
            let steps = [
                ["interest", "enter", scratch.path("register.yaml")],
                ["committee", "enter", scratch.path("committee.yaml")],
            ]
            if let refusal = try await scratch.refusal(ofFirst: steps) { throw refusal }
            return try await body(scratch)
        }
    }

    /// With a meeting planned, its agenda in `plan.yaml`.
    func plan(_ text: String = GovernanceFiles.plan) async throws -> Refusal? {
        try await refusal("meeting", "plan", write("plan.yaml", text))
    }
}

/// The documents of that body.
enum GovernanceFiles {
    static let register = """
        people:
          - person: p001
            name: Rosa Quillfeather
            knownFrom: 2024-01-01
            posts: [{title: Lay chair, from: 2024-01-01}]
            decisionMaking: [{why: chairs the committee, from: 2024-01-01}]
            nothingToDeclareOn: 2025-04-01
          - person: p002
            name: Amir Oakes
            knownFrom: 2024-01-01
            posts: [{title: Chief officer, from: 2024-01-01}]
            decisionMaking: [{why: votes on the committee, from: 2024-01-01}]
            nothingToDeclareOn: 2025-04-01
          - person: p003
            name: Jonas Fell
            knownFrom: 2024-01-01
            posts: [{title: GP partner, organisation: Y02494, from: 2024-01-01, clinician: gp}]
            decisionMaking: [{why: votes on the committee, from: 2024-01-01}]
            declarations:
              - id: partner
                kind: financial
                situation: ownership
                description: Partner in the practice at Harbour Street
                counterparty: Y02494
                arose: 2024-01-01
                declaredOn: 2024-01-10
          - person: p004
            name: Ines Marrow
            knownFrom: 2024-01-01
            posts: [{title: Nurse, from: 2024-01-01}]
            nothingToDeclareOn: 2025-04-01

        """

    static let committee = """
        committee: pccc
        title: Primary care commissioning committee
        body: QWX
        formedOn: 2024-04-01
        members:
          - {person: p001, roles: [lay], office: chair}
          - {person: p002, roles: [chief-officer], office: viceChair}
          - {person: p003, roles: [gp]}
          - {person: p004, roles: [nurse]}
        terms:
          - from: 2024-04-01
            quorum: {all: [{atLeast: 3}, {atLeast: 1, of: {roles: [lay]}}]}
            hasCastingVote: true
            papersDays: 5
            mandates: [{matter: primary-dental-services, upTo: "£250,000"}]
            citation: Terms of reference, section 6

        """

    static let plan = """
        meeting: pccc-2025-05
        committees: [pccc]
        startsAt: 2025-05-12T09:00
        place: Town hall
        agenda:
          - id: access
            title: Access at Harbour Street
            purpose: decide
            matter: primary-dental-services
            amount: "£30,000"
            touches: [{organisation: Y02494, how: holds the contract}]
            papers: [{title: Committee paper, file: paper.txt}]

        """

    static let motion = """
        id: m1
        item: access
        text: That £30,000 go to access at Harbour Street.
        reasons: It is where people wait longest.
        considered: [Harbour Street, nothing]
        mover: p002
        seconder: p004

        """

    /// From the plan to the close, as it is typed beside the chair.
    static func steps(motion: String) -> [[String]] {
        let id = "pccc-2025-05"
        return [
            ["meeting", "papers", id, "--on", "2025-05-01"],
            ["meeting", "interests", id],
            ["meeting", "handle", id, "access", "p003", "--chair", "p001", "--at", "08:30"],
            ["meeting", "open", id, "--present", "p001,p002,p003,p004", "--chair", "p001", "--at", "09:00"],
            ["meeting", "leave", id, "p003", "--item", "access", "--at", "09:04"],
            ["meeting", "take", id, "access", "--at", "09:05"],
            ["meeting", "move", id, motion, "--at", "09:10"],
            ["meeting", "vote", id, "m1", "--for", "p001,p002", "--abstain", "p004", "--at", "09:12"],
            ["meeting", "close-vote", id, "m1", "--at", "09:13"],
            ["meeting", "close-item", id, "access", "--at", "09:14"],
            ["meeting", "arrive", id, "p003", "--at", "09:15"],
            [
                "meeting", "action", id, "letter", "--text", "Write to the practice", "--owner", "p002", "--due",
                "2025-06-01",
            ],
            ["meeting", "close", id, "--at", "10:00"],
        ]
    }
}
