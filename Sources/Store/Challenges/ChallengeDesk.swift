package import Challenges
import Digests
import GRDB
package import Vocabulary

/// Bundles of challenges as they stand, and the acts on them.
package struct ChallengeDesk: Sendable {
    package let store: Store
    package let rules: RulesInForce

    package init(_ store: Store, under rules: RulesInForce = .shipped) {
        self.store = store
        self.rules = rules
    }

    package var deadlines: ChallengeDeadlines {
        ChallengeDeadlines(rulebook: rules.rulebook, calendar: rules.calendar)
    }

    /// In the order in which they were raised.
    ///
    /// - Parameter provider: only this one's; nil for all.
    package func bundles(of provider: String? = nil) throws -> [ChallengeBundle] {
        try store.read { db in
            try ChallengeRows.names(of: provider, db).compactMap { try ChallengeRows.bundle($0, db) }
        }
    }

    /// - Throws: `no-such-bundle`.
    package func bundle(_ name: Slug) throws -> ChallengeBundle {
        guard let bundle = try store.read({ db in try ChallengeRows.bundle(name, db) }) else {
            throw Refusal.unknownBundle(name)
        }
        return bundle
    }

    /// What came of raising a run with one provider.
    package struct Raised: Sendable {
        package let bundle: ChallengeBundle
        /// Left out: they stand in another bundle, open or agreed.
        package let standing: [ChallengeKey: StandingChallenge]
    }

    /// Raises a run's rows of one provider, but for those that stand in another bundle.
    ///
    /// - Parameter name: nil for the provider and the last month, `rx1-2025-26-m06`, with a number where that is taken.
    /// - Throws: `nothing-raised` where all of them stand elsewhere, or what `RaiseChallenges` refuses.
    package func raise(
        _ run: ChallengeRun, with provider: String, commissioner: OrganisationCode, named name: Slug? = nil,
        on day: Day,
        by author: Author, at moment: Moment
    ) throws -> Raised {
        let raised = try raise(
            run, with: [provider], commissioner: commissioner, named: name, on: day, by: author, at: moment)
        guard let one = raised.first else { preconditionFailure("one provider has one bundle") }
        return one
    }

    /// The same with several providers, in one transaction; one of whom everything stands elsewhere is passed over.
    ///
    /// - Throws: `nothing-raised` where nothing is left of any, and then nothing has changed.
    package func raise(
        _ run: ChallengeRun, with providers: [String], commissioner: OrganisationCode, named name: Slug? = nil,
        on day: Day, by author: Author, at moment: Moment
    ) throws -> [Raised] {
        try store.write { db in
            var raised: [Raised] = []
            var elsewhere: Slug?
            for provider in providers {
                let own = run.only(provider)
                let standing = try ChallengeRows.standing(own.challenges, db)
                let left = ChallengeRun(
                    digest: own.digest, words: own.words, challenges: own.challenges.filter { standing[$0.key] == nil }
                ).only(provider)
                if left.challenges.isEmpty, let first = standing.values.min(by: { $0.bundle < $1.bundle }) {
                    elsewhere = first.bundle
                    continue
                }
                let document = Digest.of(RaisedDocument.json(words: left.words, challenges: left.challenges).canonical)
                let bundle = try Store.perform(
                    RaiseChallenges(
                        bundle: try name ?? ChallengeDesk.name(for: left, provider, db), provider: provider,
                        commissioner: commissioner, run: left, on: day, document: document),
                    by: author, at: moment, under: rules, in: db)
                raised.append(Raised(bundle: bundle, standing: standing))
            }
            if raised.isEmpty, let elsewhere {
                throw Refusal(
                    .rule, code: "nothing-raised",
                    "All that the run found stands in other bundles, such as “\(elsewhere)”.",
                    remedy: "Go on with those.")
            }
            return raised
        }
    }

    private static func name(for run: ChallengeRun, _ provider: String, _ db: Database) throws -> Slug {
        let last = run.challenges.map { BundleMonth(year: $0.year, month: $0.month) }.max()
        let month = last.map { "\($0.year.slug)-m\($0.month < 10 ? "0" : "")\($0.month)" } ?? "bundle"
        let code = provider.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
        for number in 1... {
            let text = "\(code.isEmpty ? "provider" : code)-\(month)\(number == 1 ? "" : "-\(number)")"
            guard let name = Slug(text) else { break }
            if try ChallengeRows.bundle(name, db) == nil { return name }
        }
        throw Refusal(
            .usage, code: "no-name", "The bundle for \(provider) has no short name of its own.",
            remedy: "Give it one.")
    }

    /// What an act would come to, and nothing is written.
    package func decided(
        _ act: some ChallengeAct, on bundle: ChallengeBundle, by author: Author, at moment: Moment
    ) throws -> ChallengeBundle {
        try act.decide(
            ChallengeBefore(bundle: bundle, rulebook: rules.rulebook, calendar: rules.calendar), by: author, at: moment)
    }

    /// Performs one act.
    @discardableResult
    package func perform<A: StoredAct & ChallengeAct>(
        _ act: A, by author: Author, at moment: Moment
    ) throws -> ChallengeBundle {
        try store.perform(act, by: author, at: moment, under: rules)
    }

    /// Takes answers in that were read from a provider's file.
    @discardableResult
    package func answer(
        _ bundle: Slug, with answers: [AnswerChallenges.Row], from source: EvidenceID, named name: String, on day: Day,
        by author: Author, at moment: Moment
    ) throws -> ChallengeBundle {
        let document = Digest.of(AnswerChallenges.rows(answers).canonical)
        return try perform(
            AnswerChallenges(
                bundle: bundle, source: source, sourceName: name, on: day, answers: answers, document: document),
            by: author, at: moment)
    }

    @discardableResult
    package func conclude(
        _ bundle: Slug, _ conclusions: [ConcludeChallenges.Row], on day: Day, by author: Author, at moment: Moment
    ) throws -> ChallengeBundle {
        let document = Digest.of(ConcludeChallenges.rows(conclusions).canonical)
        return try perform(
            ConcludeChallenges(bundle: bundle, on: day, conclusions: conclusions, document: document), by: author,
            at: moment)
    }
}
