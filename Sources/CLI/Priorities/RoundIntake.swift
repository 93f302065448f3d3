import Files
package import Priorities
package import Store
import Tabular
package import Vocabulary

/// Takes documents of a round in: makes their acts and performs them, all or none.
package struct RoundIntake: Sendable {
    package let store: Store
    package let author: Author
    package let moment: Moment

    package init(_ store: Store, by author: Author, at moment: Moment = Clock.now()) {
        self.store = store
        self.author = author
        self.moment = moment
    }

    /// Performs the acts that `make` makes, in one transaction.
    ///
    /// - Parameter make: given what keeps a personal text apart, and what keeps a document as a source.
    /// - Returns: the round afterwards; nil where there was nothing to do.
    @discardableResult
    package func perform(
        _ make: (_ keeping: (String) throws(Refusal) -> Personal, _ db: Transaction) throws -> [any RoundAct]
    ) throws -> Round? {
        try store.write { db in
            var round: Round?
            for act in try make({ text throws(Refusal) in try KeptTexts(db).keep(text) }, db) {
                round = try perform(act, db)
            }
            return round
        }
    }

    /// Performs one act in a transaction of the caller's.
    package func perform(_ act: any RoundAct, _ db: Transaction) throws -> Round {
        do {
            return try Store.perform(act, giving: Round.self, by: author, at: moment, under: .shipped, in: db)
        } catch let refusal as Refusal {
            throw RoundIntake.naming(act, refusal)
        }
    }

    /// A file may hold what many members said: the refusal says whose it was.
    private static func naming(_ act: any RoundAct, _ refusal: Refusal) -> Refusal {
        let member: Slug? =
            switch act {
            case let act as GiveWeights: act.member
            case let act as GiveScores: act.member
            default: nil
            }
        guard let member, !refusal.sentence.contains("“\(member)”") else { return refusal }
        return Refusal(
            refusal.kind, code: refusal.code, "By “\(member)”: \(refusal.sentence)", remedy: refusal.remedy)
    }

    /// The documents whose bytes are kept with an act, by their digests.
    static func documents(of act: some StoredAct) -> [EvidenceID] {
        switch act {
        case let act as AttachAssessment: [act.assessment.document].compactMap(\.self)
        case let act as GiveScores: [act.document].compactMap(\.self)
        default: []
        }
    }

    /// The scores of a sheet that a member sent; its faults are one refusal that names each cell.
    static func scores(_ sheet: RoundFolder.ScoreSheet, in round: Round) throws(Refusal) -> GiveScores {
        let reading = try ScoresTemplate.read(sheet.form, of: sheet.member, in: round)
        try refuse(reading.problems, in: sheet.form.name)
        note(reading.problems)
        // The file itself is not kept: a workbook bears names in its properties, and the act has every figure.
        return GiveScores(
            round: round.id, member: sheet.member, scores: reading.values.map(\.value), document: nil)
    }

    /// - Throws: `Refusal` of kind `input` with every cell at fault, up to twenty of them; rows that only speak of an
    ///   option at fault are not counted beside it.
    static func refuse(_ problems: [Problem], in name: String) throws(Refusal) {
        let refused = problems.filter { $0.effect == .refused }
        let causes = refused.filter { $0.code != OptionsTemplate.optionAtFault }
        let faults = causes.isEmpty ? refused : causes
        guard let first = faults.first else { return }
        let lines = faults.prefix(20).map(\.explanation)
        let rest = faults.count - lines.count
        throw Refusal(
            .input, code: first.code,
            (["\(name) is not taken in: \(faults.count == 1 ? "one fault" : "\(faults.count) faults")."] + lines
                + (rest > 0 ? ["… and \(rest) more."] : [])).joined(separator: "\n  "),
            remedy: "\nMend the cells and send the file again; nothing of it was taken in.")
    }

    /// Says on standard error what of a sheet was taken in with a remark.
    static func note(_ problems: [Problem]) {
        for problem in problems where problem.effect != .refused { Printing.warning(problem.explanation) }
    }
}
