import Vocabulary

/// The letter that goes to a provider with a bundle, in plain language, as a value.
///
/// It names rules, months and money and no row: those stand in the workbook. Nothing in it identifies a patient. Equal
/// bundles give equal letters, whatever was answered since.
public struct ChallengeLetter: Hashable, Sendable {
    public let title: String
    public let blocks: [Block]

    public enum Block: Hashable, Sendable {
        case heading(String)
        /// Of a part of what stands under a heading.
        case subheading(String)
        case paragraph(String)
        case list([String])
        /// Figures stand in the columns whose places are given.
        case table(caption: String, header: [String], rows: [[String]], numeric: Set<Int>)
    }

    /// The names that a letter bears.
    public struct Names: Hashable, Sendable {
        /// With its code: `Wexbourne ICB (QZW)`.
        public var commissioner: String
        /// With its code; nil where the name is not known.
        public var provider: String?
        /// True where the records are invented, for trying things on.
        public var isInvented: Bool

        public init(commissioner: String, provider: String? = nil, isInvented: Bool = false) {
            (self.commissioner, self.provider, self.isInvented) = (commissioner, provider, isInvented)
        }
    }

    /// - Parameters:
    ///   - sending: when it is sent, and what is asked by when; nil for a draft.
    ///   - workbook: the name of the file in which the rows stand.
    public init(_ bundle: ChallengeBundle, sending: BundleSending?, names: Names, workbook: String = "rows.xlsx") {
        let own = bundle.challenges.filter(\.isForProvider)
        let months = bundle.months.map(\.inWords)
        let span = months.count <= 1 ? months.first ?? "" : "\(months[0]) to \(months[months.count - 1])"
        let claims = ShareRowMoney.claimsAsSent(of: bundle)
        let counted = claims.values.total()
        let dataOnly = own.filter(\.raised.isDataOnly)
        title = "\(sending == nil ? "Draft: " : "")Questions about your bills for \(span)"
        var blocks: [Block] = []
        if names.isInvented { blocks.append(.paragraph("Invented figures: this provider does not exist.")) }
        blocks += [
            .paragraph("From: \(names.commissioner)"),
            .paragraph(sending.map { "Date: \($0.on.withWeekday)" } ?? "Not sent yet"),
        ]
        blocks += ChallengeLetter.addressed(bundle, sending, names).map { .paragraph($0) }
        blocks += [
            .paragraph("Our reference: \(bundle.id)"),
            .paragraph(ChallengeLetter.opening(own, span: span, counted: counted, dataOnly: dataOnly.count)),
            .heading("What we ask of you"),
            .list(ChallengeLetter.asking(bundle, sending: sending, workbook: workbook)),
            .heading("What it comes to"), ChallengeLetter.summary(bundle, own, claims),
            .paragraph(
                "A row that we question for more than one reason is counted once in the money, under the first reason "
                    + "that stands. “Data only” means that no money is claimed, as the line is not paid by what was "
                    + "recorded; we ask you to correct the record."),
            .heading("Why we ask"),
        ]
        for rule in ChallengeLetter.rules(of: own) {
            let words = bundle.words(of: rule)
            blocks.append(.subheading(words.title == rule ? rule : "\(rule): \(words.title)"))
            if !words.letter.isEmpty { blocks.append(.paragraph(words.letter)) }
            let rows = own.filter { $0.raised.rule == rule }
            blocks.append(.paragraph(ChallengeLetter.extent(of: rows, claims)))
        }
        let bases = ChallengeLetter.bases(of: own, in: bundle)
        if !bases.isEmpty { blocks += [.heading("What our questions rest on"), .list(bases)] }
        blocks += [
            .heading("If you do not agree"),
            .paragraph(
                "Say so in the workbook, row by row, with your reason and where we can see the evidence. Where we "
                    + "still differ, either of us may begin the contract’s dispute procedure: negotiation, then "
                    + "mediation, then an expert’s decision. What is not in question is paid meanwhile."),
        ]
        self.blocks = blocks
    }

    /// The rules of the challenges, in the order of their names.
    static func rules(of challenges: [Challenge]) -> [String] { Set(challenges.map(\.raised.rule)).sorted() }

    /// To whom, and about whose bills where that is not the same.
    private static func addressed(_ bundle: ChallengeBundle, _ sending: BundleSending?, _ names: Names) -> [String] {
        let provider = names.provider ?? bundle.provider
        guard let addressee = sending?.addressee, addressee != bundle.provider else { return ["To: \(provider)"] }
        // Where the code is all that is known of it, it need not stand twice.
        let isSaid = names.provider == nil && addressee.contains(bundle.provider)
        return ["To: \(addressee)"] + (isSaid ? [] : ["About the bills of: \(provider)"])
    }

    /// What each question rests on, once, with its rules: `Contract challenges as … (CC05, CC07).`
    ///
    /// Whether we have read a source is a matter of our own records, and no claim of a letter.
    private static func bases(of own: [Challenge], in bundle: ChallengeBundle) -> [String] {
        var rules: [(basis: String, rules: [String])] = []
        for rule in ChallengeLetter.rules(of: own) {
            let basis = bundle.words(of: rule).basis
            guard !basis.isEmpty else { continue }
            if let place = rules.firstIndex(where: { $0.basis == basis }) {
                rules[place].rules.append(rule)
            } else {
                rules.append((basis, [rule]))
            }
        }
        return rules.map { "\($0.basis) (\($0.rules.joined(separator: ", ")))." }
    }

    private static func opening(_ own: [Challenge], span: String, counted money: Money, dataOnly: Int) -> String {
        let rows = Set(own.map { RowName(source: $0.raised.source, row: $0.raised.row) }).count
        var text =
            "We have looked through your contract monitoring for \(span). We ask "
            + "\(Vocabulary.counted(own.count, "question", "questions")) about "
            + "\(Vocabulary.counted(rows, "row", "rows")). Each row counted once, they come to \(money)."
        if dataOnly > 0 {
            text +=
                " \(dataOnly == 1 ? "One of the questions is" : "\(grouped(dataOnly)) of the questions are") of data only."
        }
        return text
    }

    private struct RowName: Hashable {
        let source: EvidenceID
        let row: Int
    }

    private static func asking(_ bundle: ChallengeBundle, sending: BundleSending?, workbook: String) -> [String] {
        let until = sending.map { "by \($0.deadline.withWeekday)" } ?? "by the day that the letter will name"
        return [
            "Open the workbook \(workbook) and read its first sheet.",
            "Answer each row: accepted, part or rejected. A part needs its amount; a part and a rejection need a reason.",
            "Do not put anything in it that names a patient: say where we can see the evidence.",
            "Send the workbook back \(until) to \(sending?.contact ?? "the team that the letter will name").",
            "What is not answered by then we may uphold as it stands.",
            "Send a credit note for what you accept, and quote our reference \(bundle.id).",
        ]
    }

    private static func summary(
        _ bundle: ChallengeBundle, _ own: [Challenge], _ claims: [Int: Money]
    ) -> Block {
        let rows = rules(of: own).map { rule -> [String] in
            let challenges = own.filter { $0.raised.rule == rule }
            let dataOnly = challenges.count(where: \.raised.isDataOnly)
            return [
                rule, bundle.words(of: rule).title == rule ? "" : bundle.words(of: rule).title,
                grouped(challenges.count), grouped(dataOnly),
                challenges.compactMap { claims[$0.number] }.total().description,
            ]
        }
        let all = [
            "All", "", grouped(own.count), grouped(own.count(where: \.raised.isDataOnly)),
            claims.values.total().description,
        ]
        return .table(
            caption: "Rows and money by reason",
            header: ["Rule", "Reason", "Rows", "Data only", "Money, counted once"],
            rows: rows + [all], numeric: [2, 3, 4])
    }

    private static func extent(of rows: [Challenge], _ claims: [Int: Money]) -> String {
        let money = rows.compactMap { claims[$0.number] }.total()
        let dataOnly = rows.count(where: \.raised.isDataOnly)
        let all = Vocabulary.counted(rows.count, "row", "rows")
        if dataOnly == rows.count { return "This is about \(all), of data only." }
        let also = money == .zero ? ", whose money is counted under another reason" : ", \(money) counted once"
        return "This is about \(all)\(also)"
            + (dataOnly > 0 ? "; \(Vocabulary.counted(dataOnly, "row is", "rows are")) of data only." : ".")
    }
}

extension Day {
    /// For a day on which somebody is to do something: `Monday 17 November 2025`.
    var withWeekday: String {
        let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        return "\(names[weekday - 1]) \(inWords)"
    }
}
