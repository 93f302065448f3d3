import Digests
import Files
import Governance
package import Priorities
import Store
import Vocabulary

/// Takes a whole folder into a new round, as far as its files go.
package struct RoundFolderIntake: Sendable {
    package let intake: RoundIntake
    package let solving: RoundSolving
    /// Said after each part, for people who watch.
    package var progress: @Sendable (String, Double) -> Void = { _, _ in }

    /// Asked some times a second while a calculation runs.
    package var isCancelled: @Sendable () -> Bool = { false }
    /// Changes the settings of the calculation that the folder gives.
    package var adjusting: @Sendable (RoundResult.Settings) -> RoundResult.Settings = { $0 }

    package init(_ intake: RoundIntake, solving: RoundSolving = RoundSolving()) {
        self.intake = intake
        self.solving = solving
    }

    /// How far to go.
    package enum Extent: Sendable {
        /// What can be done in one transaction: to the scores.
        case untilScores
        case everything
    }

    /// Performs the steps of the folder in order.
    ///
    /// Steps up to a calculation or a ballot hold together: all of them or none.
    /// - Returns: the round as it then stands.
    /// - Throws: `Refusal`; what was recorded in a part before stays, and the sentence says how far it came.
    @discardableResult
    package func take(_ files: RoundFiles, _ extent: Extent) throws -> Round {
        let folder = try files.folder()
        let settings = adjusting(folder.round.settings())
        var later: [RoundFolder.Step] = []
        let round = try intake.store.write { db in
            var steps = try folder.steps(
                keeping: { text throws(Refusal) in try KeptTexts(db).keep(text) },
                holding: { path throws(Refusal) in try SourceRecord.hold(files.bytes(of: path), db) })
            if let first = steps.firstIndex(where: { $0.needsMore }) {
                later = Array(steps[first...])
                steps = Array(steps[..<first])
            }
            return try perform(steps, from: nil, db)
        }
        let standing = try begun(round)
        guard extent == .everything else { return standing }
        return try goOn(later, from: files, with: standing, settings)
    }

    /// Takes the steps that need more than a transaction, and those between them.
    ///
    /// - Throws: `Refusal`, which says too how far the round has come and how to go on.
    private func goOn(
        _ steps: [RoundFolder.Step], from files: RoundFiles, with begun: Round, _ settings: RoundResult.Settings
    ) throws -> Round {
        var (later, standing) = (steps, begun)
        do {
            while let step = later.first {
                later.removeFirst()
                switch step {
                case .solve:
                    let result = try solving.solve(
                        standing, settings: settings, progress: progress, isCancelled: isCancelled)
                    try RoundDesk(intake.store).record(result, for: standing.id, by: intake.author, at: intake.moment)
                    standing = try RoundDesk(intake.store).round(standing.id)
                case .ballot(let ballot):
                    standing = try vote(ballot, in: standing)
                case .meeting(let path, let value): try hold(value, named: path, from: files)
                case .decision(let document):
                    standing = try intake.decide(document, on: standing)
                case .act, .sheet:
                    let rest = later.firstIndex { $0.needsMore } ?? later.count
                    let together = [step] + later[..<rest]
                    later.removeFirst(rest)
                    standing = try intake.store.write { db in try perform(together, from: standing, db) } ?? standing
                }
            }
            return standing
        } catch let refusal as Refusal {
            let now = (try? RoundDesk(intake.store).round(standing.id)) ?? standing
            let far = "What came before is recorded; mend this and go on with: \(RoundAdvance.next(now))"
            throw Refusal(
                refusal.kind, code: refusal.code, refusal.sentence,
                remedy: [refusal.remedy, far].compactMap(\.self).joined(separator: " "))
        }
    }

    private func begun(_ round: Round?) throws(Refusal) -> Round {
        guard let round else { preconditionFailure("a folder begins with its round") }
        return round
    }

    private func perform(_ steps: [RoundFolder.Step], from before: Round?, _ db: Transaction) throws -> Round? {
        var round = before
        for step in steps {
            switch step {
            case .act(let act): round = try intake.perform(act, db)
            case .sheet(let sheet):
                guard let standing = round else { preconditionFailure("a folder begins with its round") }
                round = try intake.perform(RoundIntake.scores(sheet, in: standing), db)
            case .solve, .ballot, .meeting, .decision:
                preconditionFailure("calculations, ballots, meetings and decisions are taken one by one")
            }
        }
        return round
    }

    /// A meeting from its agenda to its close: all of it or nothing. Items on a round are filled from it.
    ///
    /// `file: documents/paper.md` stands for `document` with the digest of that file of the folder, which is kept.
    private func hold(_ value: JSONValue, named name: String, from files: RoundFiles) throws {
        let desk = GovernanceDesk(intake.store)
        var attached: [[UInt8]] = []
        let whole = try value.holdingFiles { path throws(Refusal) in
            attached.append(try files.bytes(of: path))
            return Digest.of(attached[attached.count - 1])
        }
        var document = try MeetingDocument.read(whole, named: name)
        let day = document.header.startsAt?.day ?? intake.moment.day
        document.header.agenda = try document.header.agenda?.map { try RoundOnAgenda(desk).filled($0, on: day) }
        let acts = document.acts()
        try desk.perform(by: intake.author, at: intake.moment) { texts, _ in
            for bytes in attached { _ = try texts.hold(bytes) }
            return acts
        }
    }

    /// A ballot whose votes stand in a file: opened, cast member by member, closed.
    private func vote(_ document: BallotDocument, in round: Round) throws -> Round {
        let desk = RoundDesk(intake.store)
        let opening = document.opening(in: round, on: intake.moment.day)
        try RoundFolderIntake.check(document.votes ?? [], on: opening, in: round, at: intake.moment)
        if let votes = document.votes {
            let least = try CloseBallot.votersLeast(desk.rules.rulebook, on: intake.moment.day)
            try CloseBallot.requireVoters(
                Set(votes.map(\.member)), on: opening.options, in: round, atLeast: least)
        }
        var standing = try desk.openBallot(opening, by: intake.author, at: intake.moment)
        guard let votes = document.votes else { return standing }
        for entry in votes {
            standing = try desk.castBallot(
                document.ballot, in: round.id, by: entry.member,
                choices: BallotDocument.votes(of: entry, in: standing), author: intake.author, at: intake.moment)
        }
        return try desk.closeBallot(document.ballot, in: round.id, by: intake.author, at: intake.moment)
    }

    /// Reads every paper as it will be read when it is cast, so that a ballot is not opened for votes that cannot
    /// all be taken.
    ///
    /// - Throws: `Refusal` that names the member whose paper is at fault, and not how the member voted.
    static func check(
        _ papers: [BallotDocument.Entry], on opening: OpenBallot, in round: Round, at moment: Moment
    ) throws(Refusal) {
        let ballot = Ballot(
            id: opening.ballot, discussedOn: opening.discussedOn, options: opening.options, openedAt: moment)
        var seen: Set<Slug> = []
        for paper in papers {
            func refusal(_ code: String, _ words: String, _ remedy: String) -> Refusal {
                Refusal(.input, code: code, "The ballot of member “\(paper.member)”: \(words)", remedy: remedy)
            }
            guard round.members.contains(where: { $0.id == paper.member }) else {
                throw refusal("no-such-member", "nobody of that name is on the panel.", "Correct the short name.")
            }
            guard seen.insert(paper.member).inserted else {
                throw refusal("member-twice", "it stands there twice.", "Keep one of them.")
            }
            let excluded = round.excluded(paper.member)
            guard !excluded.isSuperset(of: ballot.options) else {
                throw refusal(
                    "left-out", "an interest leaves the member out of every option that is voted on.",
                    "Take the ballot out of the file.")
            }
            let votes = try BallotDocument.votes(of: paper, in: round)
            do throws(Refusal) {
                _ = try CastBallot.letters(for: votes, ballot: ballot, excluded: excluded)
            } catch {
                throw Refusal(
                    error.kind, code: error.code, "The ballot of member “\(paper.member)”: \(error.sentence)",
                    remedy: error.remedy)
            }
        }
    }
}

extension RoundFolder.Step {
    /// True where more than a transaction of the round's is needed: a calculation, a ballot with its key, a meeting, or
    /// what it decided.
    fileprivate var needsMore: Bool {
        switch self {
        case .solve, .ballot, .meeting, .decision: true
        case .act, .sheet: false
        }
    }
}

extension RoundIntake {
    /// Records a decision, with what its meeting's record says of it where one is named.
    func decide(_ document: DecisionDocument, on round: Round) throws -> Round {
        let sitting = try document.meeting.map {
            try RoundDesk(store).sitting(of: $0, item: document.item, on: round)
        }
        return try perform { _, _ in document.acts(in: round.id, on: moment.day, sitting: sitting) } ?? round
    }
}
