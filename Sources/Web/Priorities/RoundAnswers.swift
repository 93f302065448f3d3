import Access
import Pages
import Priorities
import Store
import Tabular
import Vocabulary

/// Every round.
enum RoundsAnswer {
    static func answer(_ question: Question) throws -> Answer {
        let page = RoundsPage(rounds: try question.rounds.rounds().filter { question.mayRead($0) })
        return Answer(page, table: page.table())
    }
}

/// The pages of one round.
enum RoundAnswer {
    static func glance(_ question: Question) throws -> Answer {
        let reading = try reading(question)
        return Answer(RoundPage(reading, work: question.work(in: reading.round)), table: options(reading))
    }

    static func option(_ question: Question) throws -> Answer {
        let reading = try reading(question)
        let id = try question.parameter("option") { Slug($0) }
        guard let option = reading.round.option(id) else {
            throw Refusal(.usage, code: "not-found", "Option \(id) of “\(reading.round.title)”")
        }
        var page = RoundOptionPage(reading, option: option)
        page.cited = try AssessmentAnswers.cited(by: option.evidence.compactMap(\.digest), question)
        return Answer(page)
    }

    static func robustness(_ question: Question) throws -> Answer {
        let reading = try reading(question)
        let weighed = reading.result?.weights.compactMap { reading.round.criterion($0.criterion) }
        let asked = WhatIf(criteria: weighed ?? []) { question.asked.query[$0] }
        return Answer(
            RoundRobustnessPage(reading, whatIf: asked),
            table: reading.result.map { RoundTables(reading.round).ranking($0) })
    }

    static func scores(_ question: Question) throws -> Answer {
        let reading = try reading(question)
        return Answer(
            RoundScoresPage(reading), table: reading.result.map { RoundTables(reading.round).scores($0) })
    }

    static func process(_ question: Question) throws -> Answer {
        let reading = try reading(question)
        return Answer(
            RoundProcessPage(reading),
            table: reading.round.criteria.isEmpty ? nil : RoundTables(reading.round).criteria)
    }

    static func decision(_ question: Question) throws -> Answer {
        let reading = try reading(question)
        return Answer(
            DecisionPage(reading),
            table: reading.round.decision == nil ? nil : RoundTables(reading.round).decision)
    }

    private static func options(_ reading: RoundReading) -> Table? {
        guard let result = reading.result, let limits = reading.limits else { return nil }
        return RoundTables(reading.round).options(result, limits)
    }

    static func reading(_ question: Question) throws -> RoundReading {
        let id = try question.parameter("round") { Slug($0) }
        let reading = try question.rounds.reading(of: id)
        // Whoever may not read it is not told that there is one.
        guard question.mayRead(reading.round) else { throw Refusal(.usage, code: "not-found", "Round \(id)") }
        return reading
    }
}

extension Question {
    /// True where the visitor reads the rounds of the commissioner whose round it is, or sits in it.
    func mayRead(_ round: Round) -> Bool {
        let reach = reach(.readRounds)
        if let account = visitor.signedIn?.account, account.member(in: round.id) != nil { return true }
        return round.programme.commissioner.map { reach.covers($0) } ?? !reach.isNowhere
    }
}
