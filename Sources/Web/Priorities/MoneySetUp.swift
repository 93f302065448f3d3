import Markup
import Pages
import Priorities
import Store
import Vocabulary

/// The money of a round and the rules of any choice, one thing at a time.
enum MoneySetUp {
    static func all(_ question: Question) throws -> Answer { Answer(SetUpPages(try question.roundRun()).money()) }

    // MARK: - Sources

    private typealias SourceThing = SetUpThing<FundingSourceForm, FundingSource>

    /// The source that the path names; nil for a new one.
    private static func place(_ question: Question, _ work: RoundAtWork) throws -> (year: FinancialYear, number: Int)? {
        guard question.asked.parameters["year"] != nil else { return nil }
        let year = try question.parameter("year") { Int($0).map { FinancialYear(startingIn: $0) } }
        let number = try question.parameter("place") { Int($0) }
        return (year, number)
    }

    private static func source(_ round: Round, _ place: (year: FinancialYear, number: Int)?) -> FundingSource? {
        guard let place, let year = round.envelope?.years.first(where: { $0.year == place.year }),
            year.sources.indices.contains(place.number)
        else { return nil }
        return year.sources[place.number]
    }

    private static func sourceThing(
        _ work: RoundAtWork, _ place: (year: FinancialYear, number: Int)?
    ) -> SourceThing {
        SourceThing(
            work: work, heading: place == nil ? "Add a source of money" : "Change a source of money",
            place: place.map { .source($0.year, $0.number) } ?? .newSource, back: .money,
            button: place == nil ? "Add it" : "Save", removing: place == nil ? nil : "Take it out",
            part: { source($0, place) }, told: { "“\($0.title)”, \($0.amount.inPounds)" },
            notice: place == nil ? "The money is added." : "The money is changed.")
    }

    static func sourcePage(_ question: Question) throws -> Answer {
        let work = try question.roundRun()
        let place = try place(question, work)
        guard let place else {
            let year = work.round.envelope?.years.first?.year ?? question.now.inLondon.day.financialYear
            return Answer(sourceThing(work, nil).page(FundingSourceForm(SentValues(["year": [year.description]]))))
        }
        guard let held = source(work.round, place) else { throw Refusal(.usage, code: "not-found", "That source") }
        let answer = FundingSourceForm.Answer(year: place.year, source: held)
        return Answer(sourceThing(work, place).page(FundingSourceForm(FundingSourceForm.filled(with: answer))))
    }

    static func takeSource(_ sent: Sent) throws -> Outcome {
        let work = try sent.question.roundRun()
        let place = try place(sent.question, work)
        return try sourceThing(work, place).take(sent, FundingSourceForm(sent.filled)) { round, answer in
            var envelope = round.envelope ?? Envelope(years: [])
            var evidence: EvidenceID?
            if let place, let year = envelope.years.firstIndex(where: { $0.year == place.year }),
                envelope.years[year].sources.indices.contains(place.number)
            {
                evidence = envelope.years[year].sources[place.number].evidence
                if let answer, answer.year == place.year {
                    envelope.years[year].sources[place.number] = answer.source
                    envelope.years[year].sources[place.number].evidence = evidence
                    return SetEnvelope(round: round.id, envelope: envelope, rules: round.rules)
                }
                envelope.years[year].sources.remove(at: place.number)
            }
            if let answer {
                var source = answer.source
                source.evidence = evidence
                try add(source, in: answer.year, to: &envelope)
            }
            trim(&envelope)
            return SetEnvelope(round: round.id, envelope: envelope, rules: round.rules)
        }
    }

    /// The most years that an envelope of a form spans: what is further off is mistyped.
    private static let mostYears = 30

    private static func add(
        _ source: FundingSource, in year: FinancialYear, to envelope: inout Envelope
    ) throws(Refusal) {
        let first = min(envelope.years.first?.year ?? year, year)
        let last = max(envelope.years.last?.year ?? year, year)
        guard last.start - first.start < mostYears else {
            throw Refusal(
                .input, code: "years-apart", "\(year) lies far from the other years of the round.",
                remedy: "Check the year.")
        }
        for start in first.start...last.start {
            let year = FinancialYear(startingIn: start)
            if !envelope.years.contains(where: { $0.year == year }) {
                envelope.years.append(Envelope.Year(year: year, sources: []))
            }
        }
        envelope.years.sort { $0.year < $1.year }
        let place = envelope.years.firstIndex { $0.year == year }!
        envelope.years[place].sources.append(source)
    }

    /// Years at either end in which nothing is left go, unless a lock joins in the last.
    private static func trim(_ envelope: inout Envelope) {
        while envelope.years.count > 1, envelope.years.last?.sources.isEmpty == true, envelope.locks.isEmpty {
            envelope.years.removeLast()
        }
        while envelope.years.count > 1, envelope.years.first?.sources.isEmpty == true { envelope.years.removeFirst() }
    }

    // MARK: - Locks

    private static func lockThing(_ work: RoundAtWork, _ id: Slug?) -> SetUpThing<LockForm, Lock> {
        SetUpThing(
            work: work, heading: id == nil ? "Add money that is tied" : "Change money that is tied",
            place: id.map { .lock($0) } ?? .newLock, back: .money, button: id == nil ? "Add it" : "Save",
            removing: id == nil ? nil : "Take it out",
            part: { round in round.envelope?.locks.first { $0.id == id } },
            told: { "“\($0.title)”, \($0.amount.inPounds) until \($0.until.inWords)" },
            notice: id == nil ? "The tied money is added." : "The tied money is changed.")
    }

    private static func named(_ question: Question, _ parameter: String) throws -> Slug? {
        question.asked.parameters[parameter] == nil ? nil : try question.parameter(parameter) { Slug($0) }
    }

    static func lockPage(_ question: Question) throws -> Answer {
        let work = try question.roundRun()
        guard let id = try named(question, "lock") else { return Answer(lockThing(work, nil).page(LockForm())) }
        guard let held = work.round.envelope?.locks.first(where: { $0.id == id }) else {
            throw Refusal(.usage, code: "not-found", "That lock")
        }
        return Answer(lockThing(work, id).page(LockForm(LockForm.filled(with: held))))
    }

    static func takeLock(_ sent: Sent) throws -> Outcome {
        let work = try sent.question.roundRun()
        let id = try named(sent.question, "lock")
        return try lockThing(work, id).take(sent, LockForm(sent.filled)) { round, answer in
            var envelope = round.envelope ?? Envelope(years: [])
            let place = envelope.locks.firstIndex { $0.id == id }
            switch (place, answer) {
            case (let place?, var lock?):
                lock.evidence = envelope.locks[place].evidence
                envelope.locks[place] = lock
            case (let place?, nil): envelope.locks.remove(at: place)
            case (nil, let lock?): envelope.locks.append(lock)
            case (nil, nil): break
            }
            return SetEnvelope(round: round.id, envelope: envelope, rules: round.rules)
        }
    }

    // MARK: - Rules

    private static func ruleThing(
        _ work: RoundAtWork, _ id: Slug?
    ) -> SetUpThing<PortfolioRuleForm, PortfolioRule> {
        SetUpThing(
            work: work, heading: id == nil ? "Add a rule" : "Change a rule", place: id.map { .rule($0) } ?? .newRule,
            back: .money, button: id == nil ? "Add it" : "Save", removing: id == nil ? nil : "Take it out",
            part: { round in round.rules.first { $0.id == id } }, told: { "“\($0.title)”" },
            notice: id == nil ? "The rule is added." : "The rule is changed.")
    }

    private static func ruleForm(_ work: RoundAtWork, _ filled: SentValues) -> PortfolioRuleForm {
        PortfolioRuleForm(filled, options: work.round.options.map { Choice($0.id.description, $0.title) })
    }

    static func rulePage(_ question: Question) throws -> Answer {
        let work = try question.roundRun()
        guard let id = try named(question, "rule") else {
            return Answer(ruleThing(work, nil).page(ruleForm(work, SentValues())))
        }
        guard let held = work.round.rules.first(where: { $0.id == id }) else {
            throw Refusal(.usage, code: "not-found", "That rule")
        }
        return Answer(ruleThing(work, id).page(ruleForm(work, PortfolioRuleForm.filled(with: held))))
    }

    static func takeRule(_ sent: Sent) throws -> Outcome {
        let work = try sent.question.roundRun()
        let id = try named(sent.question, "rule")
        return try ruleThing(work, id).take(sent, ruleForm(work, sent.filled)) { round, answer in
            var rules = round.rules
            let place = rules.firstIndex { $0.id == id }
            switch (place, answer) {
            case (let place?, let rule?): rules[place] = rule
            case (let place?, nil): rules.remove(at: place)
            case (nil, let rule?): rules.append(rule)
            case (nil, nil): break
            }
            return SetEnvelope(round: round.id, envelope: round.envelope ?? Envelope(years: []), rules: rules)
        }
    }
}
