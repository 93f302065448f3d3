import Access
import Challenges
import Digests
import HTTPTypes
import Imports
import Pages
import Store
import Tabular
import Vocabulary

/// Bundles of challenges and what they cost, for programs: each act as its form does it.
///
/// A provider's workbook is taken in by its form or on the command line, where it is looked at first.
enum ChallengeCalls {
    static let all: [ApiCall] = [one, send, conclude] + acts + [cost, withdrawal].compactMap(\.self)

    private static let bundle = ApiCall.Parameter(
        "bundle", .name, "the bundle’s short name", example: "rx1-2025-26-m06")
    private static let root = "/activity/bundles/:bundle/acts"
    private static let changed: DocumentShape = .object([
        .init("bundle", .name, "the bundle"), .init("act", .text, "what was done"),
        .init("state", .choice(ChallengeBundle.State.allCases.map(\.rawValue)), "how it stands then"),
        .init("revision", .count, "of the bundle, as ETag has it"),
    ])

    private static let one = ApiCall(
        .get, "/activity/bundles/:bundle", entry: .holding(.readContracts),
        "How a bundle stands, what it waits for and what it comes to", parameters: [bundle],
        answer: .document(
            "ChallengeBundle",
            .object([
                .init("bundle", .name, "its short name"), .init("provider", .text, "whose bills are questioned"),
                .init("commissioner", .code, "that asks"),
                .init("state", .choice(ChallengeBundle.State.allCases.map(\.rawValue)), "how it stands"),
                .init("waitsFor", .text, "who is to act next", isOptional: true),
                .init("next", .text, "what is to be done", isOptional: true),
                .init("until", .day, "by when", isOptional: true),
                .init("challenges", .count, "all that were raised"), .init("open", .count, "not concluded"),
                .init("claimedPence", .pence, "each row’s money once: open, agreed and given up together"),
                .init("openPence", .pence, "still open"), .init("agreedPence", .pence, "agreed"),
                .init("givenUpPence", .pence, "given up"), .init("creditedPence", .pence, "credited"),
                .init("revision", .count, "of the bundle, as ETag has it"),
            ])), hasRevision: true
    ) { asked in
        let work = try BundleWork(asked.question)
        let (bundle, sum) = (work.bundle, ChallengeSums(of: work.bundle).total)
        let task = BundleTask(of: bundle, on: work.today, deadlines: work.desk.deadlines)
        return .document(
            [
                "bundle": .text(bundle.id.description), "provider": .text(bundle.provider),
                "commissioner": .text(bundle.commissioner.description), "state": .text(bundle.state.rawValue),
                "waitsFor": .optional(task?.party.rawValue, JSONValue.text),
                "next": .optional(task?.what, JSONValue.text),
                "until": .optional(task?.until, JSONValue.day), "challenges": .integer(sum.raised),
                "open": .integer(sum.open), "claimedPence": .money(sum.claimed), "openPence": .money(sum.openMoney),
                "agreedPence": .money(sum.agreed), "givenUpPence": .money(sum.givenUp),
                "creditedPence": .money(bundle.credited), "revision": .integer(work.seen),
            ], revision: work.seen)
    }

    private static let acts: [ApiCall] = [
        act(RecordCredit.self, "Record a credit note of the provider, or correct one"),
        act(DisputeBundle.self, "Take a step of a dispute about a bundle"),
        act(SettleDispute.self, "End the dispute about a bundle"),
        act(CloseBundle.self, "Close a bundle"),
    ].compactMap(\.self)

    /// - Returns: nil for an act whose shape is not found by asking it: a test says that none is.
    private static func act<A: ChallengeAct & StoredAct>(_ type: A.Type, _ summary: String) -> ApiCall? {
        ActShapes.found(type).map { found in
            call(A.name, summary, found.leavingOut(["bundle"])) { body, work in
                try body.setting(["bundle"], to: .text(work.bundle.id.description)).decoded(as: A.self, named: A.name)
            }
        }
    }

    private static let send: ApiCall = {
        let shape = ActShapes.shape(of: SendChallenges.self).leavingOut(["bundle"]).leavingOut(["papers"])
        return call(
            SendChallenges.name, "Record that a bundle is sent", shape,
            note: "Its letter and workbook are had at /activity/bundles/BUNDLE; the record keeps their digests."
        ) { body, work in
            let id = JSONValue.text(work.bundle.id.description)
            var act = try body.setting(["bundle"], to: id).setting(["papers"], to: .list([])).decoded(
                as: SendChallenges.self, named: SendChallenges.name)
            let sent = try work.decided(act)
            act.papers = try BundlePapers(work.bundle, sending: sent.sending, from: work.desk).papers
            return act
        }
    }()

    private static let conclude: ApiCall = {
        let outcomes = ChallengeConclusion.Outcome.allCases.map(\.rawValue)
        let row: DocumentShape = .object([
            .init("challenge", .between(1, 10_000_000), "its number"),
            .init("outcome", .choice(outcomes), "what becomes of it"),
            .init("amountPence", .pence, "what is agreed of a part", isOptional: true),
            .init("reason", .text, "why; it is on the record"),
        ])
        let shape: DocumentShape = .object([
            .init("on", .day, "the day of the conclusions"), .init("conclusions", .list(row), "each challenge once"),
        ])
        return call(ConcludeChallenges.name, "Conclude on challenges, all of them or none", shape) { body, work in
            let asked = try ShapedValue(body, as: shape, at: "document")
            let rows = asked["conclusions"].list.map { row in
                ConcludeChallenges.Row(
                    number: row["challenge"].whole,
                    outcome: ChallengeConclusion.Outcome(rawValue: row["outcome"].text)!,
                    amount: row["amountPence"].present.map { Money(pence: $0.whole) }, reason: row["reason"].text)
            }
            return work.conclusions(rows, on: asked["on"].day)
        }
    }()

    private static func call<A: ChallengeAct & StoredAct>(
        _ name: String, _ summary: String, _ shape: DocumentShape, note: String = "",
        _ make: @escaping @Sendable (JSONValue, BundleWork) throws -> A
    ) -> ApiCall {
        ApiCall(
            .post, "\(root)/\(name)", entry: .holding(.editActivity), summary, note: note, parameters: [bundle],
            body: .init(shape: shape, example: shape.example), answer: .document("BundleChanged", changed),
            hasRevision: true
        ) { asked in
            let work = try BundleWork(asked.question, to: .editActivity)
            do {
                try asked.basis?.check(work.seen)
                try PatientIdentifier.refuse(in: asked.body, of: nil)
                let act = try make(asked.body, work)
                // With a basis, nothing may have been recorded since; without, the act is decided on what stands.
                let after = try work.desk.perform(
                    act, ifStill: asked.basis == nil ? nil : work.seen, by: work.account.author, at: asked.question.now)
                let revision = try work.desk.revision(of: after.id)
                return .document(
                    [
                        "bundle": .text(after.id.description), "act": .text(name), "state": .text(after.state.rawValue),
                        "revision": .integer(revision),
                    ], revision: revision)
            } catch let refusal as Refusal where refusal.code == "overtaken" {
                var problem = ApiProblem(refusal)
                problem.revision = try work.desk.revision(of: work.bundle.id)
                throw problem
            }
        }
    }

    /// - Returns: nil where the shape is not found by asking the act.
    private static let cost: ApiCall? = ActShapes.found(RecordContractingCosts.self).map { found in
        let shape = found.leavingOut(["source"])
        return ApiCall(
            .post, "/activity/costs", entry: .holding(.editActivity), "Record hours and fees of contracting",
            body: .init(shape: shape, example: shape.example),
            answer: .document("CostsRecorded", .object([.init("costs", .count, "how many were recorded")]))
        ) { asked in
            let (question, desk) = (asked.question, ChallengeDesk(asked.question.store))
            try PatientIdentifier.refuse(in: asked.body, of: nil)
            let act = try asked.body.decoded(as: RecordContractingCosts.self, named: RecordContractingCosts.name)
            let reach = question.reach(.editActivity)
            try CostAnswers.check(act.costs, try desk.heads().filter { reach.covers($0.commissioner) })
            try desk.store.perform(act, by: try question.signedIn().account.author, at: question.now)
            return .document(["costs": .integer(act.costs.count)])
        }
    }

    /// - Returns: nil where the shape is not found by asking the act.
    private static let withdrawal: ApiCall? = ActShapes.found(WithdrawContractingCosts.self).map { shape in
        ApiCall(
            .post, "/activity/costs/acts/\(WithdrawContractingCosts.name)", entry: .holding(.editActivity),
            "Withdraw hours and fees that were recorded wrongly",
            note: "They stay at /activity/costs with the day and the reason, and count in no sum.",
            body: .init(shape: shape, example: shape.example),
            answer: .document("CostsWithdrawn", .object([.init("costs", .count, "how many were withdrawn")]))
        ) { asked in
            let (question, desk) = (asked.question, ChallengeDesk(asked.question.store))
            try PatientIdentifier.refuse(in: asked.body, of: nil)
            let act = try asked.body.decoded(as: WithdrawContractingCosts.self, named: WithdrawContractingCosts.name)
            let reach = question.reach(.editActivity)
            let own = Set(try desk.heads().filter { reach.covers($0.commissioner) }.map(\.id))
            for held in try desk.recordedCosts() where act.costs.contains(held.number) && !held.cost.isOf(own) {
                throw Refusal.unknownCost(held.number)
            }
            try desk.store.perform(act, by: try question.signedIn().account.author, at: question.now)
            return .document(["costs": .integer(act.costs.count)])
        }
    }
}
