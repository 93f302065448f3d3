import Priorities
public import Tabular

/// The committee paper as a value: blocks from which a page or a Word document is filled.
///
/// It holds no name: members stand in it by number and role.
public struct PaperDocument: Sendable {
    public var title: String
    public var blocks: [Block]
    /// At the foot of every page.
    public var footer: String

    public enum Block: Sendable {
        /// - Parameter level: 1 to 3; the title stands above level 1.
        case heading(String, level: Int)
        case paragraph(String)
        case bullets([String])
        /// Terms beside what is said of them.
        case facts([Fact])
        case table(Table)
        /// Where pictures cannot be drawn, its table stands for it.
        case picture(any PictureWithTable)
        case pageBreak
    }

    public struct Fact: Hashable, Sendable {
        public var term: String
        public var text: String

        public init(_ term: String, _ text: String) {
            self.term = term
            self.text = text
        }
    }

    public init(title: String, blocks: [Block], footer: String) {
        self.title = title
        self.blocks = blocks
        self.footer = footer
    }

    /// The paper of a round: what is asked of the committee, the answer, how sure it is, what the rules cost, who
    /// took part, and on what it rests.
    public init(_ view: RecordView) {
        let reading = view.reading
        var blocks: [Block] = [.facts(PaperDocument.facts(view))]
        if view.isInvented { blocks.append(.paragraph(view.shell.inventedSentence)) }
        blocks.append(.heading("What is asked of the committee", level: 1))
        blocks.append(.paragraph(PaperDocument.asked(view.round)))
        blocks += RoundHeadline(reading).sentences.map { .paragraph($0) }
        blocks += PaperDocument.answer(reading, changes: view.changes)
        blocks += PaperDocument.money(reading)
        blocks += PaperDocument.process(reading)
        blocks += PaperDocument.options(reading)
        blocks += PaperDocument.sources(view)
        self.init(
            title: view.round.title, blocks: blocks,
            footer: "\(view.holder) · Remit \(view.version) · \(view.round.title)")
    }

    /// The table where there are rows to show; a sentence in its place where there are none.
    private static func table(_ table: Table?, empty: String? = nil) -> [Block] {
        guard let table, !table.rows.isEmpty else { return empty.map { [.paragraph($0)] } ?? [] }
        return [.table(table)]
    }

    private static func picture(_ picture: (any PictureWithTable)?) -> [Block] {
        picture.map { [.picture($0)] } ?? []
    }

    private static func facts(_ view: RecordView) -> [Fact] {
        let round = view.round
        var facts = [
            Fact("Paper of", view.holder), Fact("Programme", round.programme.title),
            Fact("State of the round", RoundProgress(round).words),
        ]
        if let decision = round.decision { facts.append(Fact("For decision by", decision.body)) }
        facts.append(Fact("Journal", "line \(view.journal.sequence), \(view.journal.digest)"))
        return facts
    }

    private static func asked(_ round: Round) -> String {
        round.decision == nil
            ? """
            To decide on each option: to fund it, not to fund it, or to defer it, with reasons. The ranking \
            advises; the committee decides.
            """
            : "To note the decision that was taken, with its reasons."
    }

    private static func answer(_ reading: RoundReading, changes: Table?) -> [Block] {
        var blocks: [Block] = []
        if let decisions = reading.decisionTable() {
            blocks.append(.heading("What was decided", level: 1))
            blocks += table(decisions) + table(changes)
            if !reading.sittingSentences.isEmpty { blocks.append(.bullets(reading.sittingSentences)) }
            blocks += table(reading.votesTable()) + table(reading.leftOutTable())
        }
        blocks.append(.heading("What is recommended", level: 1))
        blocks += table(reading.optionsTable(), empty: "No option was put forward.")
        blocks += picture(RoundCostValue(reading))
        blocks.append(.heading("How sure it is", level: 1))
        guard reading.result != nil else { return blocks + [.paragraph("No answer has been worked out yet.")] }
        if reading.limits != nil { blocks.append(.bullets(Stance.ofTrials.map { "\($0.name): \($0.meaning)" })) }
        blocks += picture(RoundSureness(reading)) + picture(RoundWeights(reading))
        return blocks
    }

    private static func money(_ reading: RoundReading) -> [Block] {
        var blocks: [Block] = [.heading("The money", level: 1)]
        blocks += table(reading.spendTable()) + table(reading.sourcesTable(), empty: "No envelope has been set.")
        blocks += picture(RoundYears(reading)) + picture(RoundFrontier(reading))
        blocks += (reading.explanation?.list ?? []).map { .paragraph($0) }
        blocks.append(.heading("Who benefits", level: 1))
        blocks += table(reading.beneficiariesTable())
        blocks.append(.heading("What the rules cost", level: 1))
        let prices = reading.priceSentences()
        if !prices.isEmpty { blocks.append(.bullets(prices)) }
        blocks += table(
            reading.result.map { reading.tables.prices($0) },
            empty: "There are no rules besides the money, or none was priced.")
        return blocks + picture(RoundSwaps(reading))
    }

    private static func process(_ reading: RoundReading) -> [Block] {
        var blocks: [Block] = [.heading("How it was done", level: 1)]
        blocks += table(reading.stagesTable()) + table(reading.tables.members)
        blocks += table(reading.interestsTable(), empty: "No interest was declared.")
        blocks += table(reading.exclusionsTable()) + table(reading.criteriaTable())
        blocks += table(reading.tables.setAside) + table(reading.ballotTable())
        blocks += table(reading.adviceTable(), empty: "No advice or pressure is on the record.")
        return blocks
    }

    private static func options(_ reading: RoundReading) -> [Block] {
        guard !reading.round.options.isEmpty else { return [] }
        var blocks: [Block] = [.pageBreak, .heading("The options one by one", level: 1)]
        for option in reading.ranked {
            blocks.append(.heading(option.title, level: 2))
            if !option.summary.isEmpty { blocks.append(.paragraph(option.summary)) }
            let sentences = reading.sentences(of: option.id)
            if !sentences.isEmpty { blocks.append(.bullets(sentences)) }
            var costs = reading.costsTable(of: option)
            costs.caption = "What “\(option.title)” costs"
            var evidence = reading.evidenceTable(of: option)
            evidence.caption = "What is claimed for “\(option.title)”, and on what it rests"
            blocks += table(costs) + table(evidence, empty: "No evidence is cited.")
        }
        return blocks
    }

    private static func sources(_ view: RecordView) -> [Block] {
        var blocks: [Block] = [.heading("Papers, appeals and sources", level: 1)]
        blocks += table(
            view.reading.assessmentsTable(), empty: "No service is stopped or changed: no papers are needed.")
        blocks.append(.paragraph(DecisionPage.appealsSentence(view.round)))
        blocks += table(view.reading.appealsTable())
        blocks += table(view.inputsTable(), empty: "No file was cited.")
        return blocks
    }
}
