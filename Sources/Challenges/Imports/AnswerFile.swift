public import Tabular
public import Vocabulary

/// A provider's answers, in the workbook that was sent or saved from it as CSV.
///
/// Rows read = rows kept + rows refused; of those kept, some are not answered yet.
public struct AnswerFile: Sendable {
    /// In the file's order.
    public private(set) var answers: [AnswerChallenges.Row] = []
    public private(set) var problems: [Problem] = []
    public private(set) var rowsRead = 0
    public private(set) var rowsRefused = 0
    /// Rows that were kept and have no answer.
    public private(set) var rowsUnanswered = 0
    /// Challenges of the bundle that no row of the file names.
    public private(set) var missing: [Int] = []

    public var rowsKept: Int { answers.count + rowsUnanswered }

    private typealias Title = AnswerForm.Title

    /// - Parameters:
    ///   - form: as it came back.
    ///   - bundle: that it is to answer.
    /// - Throws: `Refusal` of kind `input`, before anything is read: `no-answers` where it is no such workbook,
    ///   `other-bundle`, `other-provider`, `altered-digest`, and what identifies a patient.
    public init(_ form: ReturnedForm, to bundle: ChallengeBundle) throws(Refusal) {
        try AnswerFile.check(form, bundle)
        var faults: [Problem] = []
        guard let sheet = form.sheet(AnswerForm.sheet),
            let rows = FormRows(sheet, isText: form.isText, columns: Title.asked, problems: &faults)
        else {
            let why = faults.first.map { " \($0.explanation)" } ?? ""
            throw Refusal(
                .input, code: "no-answers", "\(form.name) has no sheet “\(AnswerForm.sheet)” that can be read.\(why)",
                remedy: "Ask for the workbook that was sent, filled in.")
        }
        try AnswerFile.refusePatients(in: rows, named: form.name)
        if form.isText, !rows.rows.isEmpty,
            !rows.rows.contains(where: { rows.text($0, Title.reference).hasPrefix("\(bundle.id)/") })
        {
            throw AnswerFile.otherBundle(form.name, rows.text(rows.rows[0], Title.reference), bundle)
        }
        let claims = ShareRowMoney.claimsAsSent(of: bundle)
        var seen: Set<Int> = []
        for row in rows.rows {
            rowsRead += 1
            do throws(RowFault) {
                let number = try AnswerFile.number(row, rows, bundle)
                guard seen.insert(number).inserted else {
                    throw rows.fault(row, Title.reference, "challenge-twice", "challenge \(number) stands here twice.")
                }
                if let answer = try AnswerFile.answer(
                    row, rows, bundle.challenges[number - 1], claimed: claims[number] ?? .zero)
                {
                    answers.append(answer)
                } else {
                    rowsUnanswered += 1
                }
            } catch {
                rowsRefused += 1
                problems.append(
                    Problem(
                        row: row.number, column: error.column, code: error.code, error.explanation, effect: .refused))
            }
        }
        missing = bundle.challenges.filter { $0.isForProvider && $0.isOpen && !seen.contains($0.number) }.map(\.number)
        if !missing.isEmpty {
            let first = missing.prefix(5).map { "\($0)" }.joined(separator: ", ")
            problems.append(
                Problem(
                    row: nil, column: nil, code: "rows-missing",
                    "\(counted(missing.count, "challenge has", "challenges have")) no row in the file: \(first)"
                        + "\(missing.count > 5 ? " and so on" : ""). They stay unanswered.", effect: .noted))
        }
    }

    private static func check(_ form: ReturnedForm, _ bundle: ChallengeBundle) throws(Refusal) {
        guard !form.isText else { return }
        guard let named = form.fact(AnswerForm.bundleFact) else {
            throw Refusal(
                .input, code: "no-answers", "\(form.name) does not say which bundle it answers.",
                remedy: "Ask for the workbook that was sent, with its first sheet.")
        }
        guard named == bundle.id.description else { throw otherBundle(form.name, named, bundle) }
        if let provider = form.fact("Provider"), provider != bundle.provider,
            !provider.hasSuffix("(\(bundle.provider))")
        {
            throw Refusal(
                .input, code: "other-provider",
                "\(form.name) is of provider \(TrimmedText.quoted(provider)), and the bundle “\(bundle.id)” is of "
                    + "\(bundle.provider).", remedy: "Check which workbook came.")
        }
        guard form.fact(AnswerForm.digestFact) == bundle.document.description else {
            throw Refusal(
                .input, code: "altered-digest",
                "\(form.name) does not bear the digest of the rows that were sent with “\(bundle.id)”.",
                remedy: "Ask for the answers in the workbook that was sent.")
        }
    }

    private static func otherBundle(_ name: String, _ found: String, _ bundle: ChallengeBundle) -> Refusal {
        Refusal(
            .input, code: "other-bundle",
            "\(name) answers \(TrimmedText.quoted(found)), and not the bundle “\(bundle.id)”.",
            remedy: "Take it in for the bundle that it names.")
    }

    /// Files' names and digests are ours; in what people typed neither numbers nor addresses of patients may stand.
    private static func refusePatients(in rows: FormRows, named name: String) throws(Refusal) {
        let open = Set([Title.answer, Title.accepted, Title.why, Title.evidence].map(TrimmedText.headerKey))
        let places = rows.titles.indices.filter { !open.contains(TrimmedText.headerKey(rows.titles[$0])) }
        let file = rows.titles.indices.filter {
            [Title.file, Title.amount, Title.atRisk, Title.counted].map(TrimmedText.headerKey)
                .contains(TrimmedText.headerKey(rows.titles[$0]))
        }
        let known = places.filter {
            Title.all.map(TrimmedText.headerKey).contains(TrimmedText.headerKey(rows.titles[$0]))
        }
        let scan = PatientIdentifierScan(
            file: name, titles: rows.titles, known: Set(known), exempt: Set(file))
        for row in rows.rows {
            if let refusal = scan.refusal(row: row.number, cells: row.cells) { throw refusal }
        }
    }

    private static func number(
        _ row: Sheet.Row, _ rows: FormRows, _ bundle: ChallengeBundle
    ) throws(RowFault) -> Int {
        let text = try rows.required(row, Title.reference)
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[1]) else {
            throw rows.fault(
                row, Title.reference, "unknown-reference", "\(TrimmedText.quoted(text)) is no reference of ours.")
        }
        guard parts[0] == bundle.id.description else {
            throw rows.fault(
                row, Title.reference, "other-bundle", "\(TrimmedText.quoted(text)) is of another bundle.")
        }
        guard bundle.challenges.indices.contains(number - 1), bundle.challenges[number - 1].isForProvider else {
            throw rows.fault(
                row, Title.reference, "unknown-challenge", "no challenge \(number) was sent with “\(bundle.id)”.")
        }
        try checkUnchanged(row, rows, bundle.challenges[number - 1].raised)
        return number
    }

    /// - Throws: `row-changed`.
    private static func checkUnchanged(
        _ row: Sheet.Row, _ rows: FormRows, _ raised: RaisedChallenge
    ) throws(RowFault) {
        func changed(_ column: String, _ sent: String) -> RowFault {
            rows.fault(
                row, column, "row-changed",
                "\(TrimmedText.quoted(rows.text(row, column))) was not sent; it was \(TrimmedText.quoted(sent)).")
        }
        guard rows.text(row, Title.rule) == raised.rule else { throw changed(Title.rule, raised.rule) }
        guard try rows.whole(row, Title.row) == raised.row else { throw changed(Title.row, "\(raised.row)") }
        guard rows.text(row, Title.file).contains(raised.source.short) else {
            throw changed(Title.file, raised.source.short)
        }
        if raised.isDataOnly {
            guard rows.text(row, Title.atRisk) == "data only" else { throw changed(Title.atRisk, "data only") }
        } else {
            guard try rows.money(row, Title.atRisk) == raised.atRisk else {
                throw changed(Title.atRisk, raised.atRisk.decimalText)
            }
        }
    }

    /// - Returns: nil where the row is not answered.
    private static func answer(
        _ row: Sheet.Row, _ rows: FormRows, _ challenge: Challenge, claimed: Money
    ) throws(RowFault) -> AnswerChallenges.Row? {
        for column in [Title.answer, Title.why, Title.evidence] {
            if let fault = rows.cellFault(row, column) { throw fault }
        }
        let (said, why) = (rows.text(row, Title.answer), rows.text(row, Title.why))
        let evidence = rows.text(row, Title.evidence)
        var amount = try rows.money(row, Title.accepted)
        guard !said.isEmpty else {
            guard amount == nil, why.isEmpty, evidence.isEmpty else {
                throw rows.fault(
                    row, Title.answer, "answer-missing", "it is blank, and the row has an amount, a reason or evidence."
                )
            }
            return nil
        }
        guard let kind = ChallengeAnswer.Kind(rawValue: said.lowercased()) else {
            let known = ChallengeAnswer.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw rows.fault(
                row, Title.answer, "unknown-answer", "\(TrimmedText.quoted(said)) is none of \(known).")
        }
        // An amount that says again what the answer says is no other answer.
        if kind == .accepted, amount == challenge.raised.atRisk || amount == claimed { amount = nil }
        if kind == .rejected, amount == .zero { amount = nil }
        if let fault = challenge.fault(ofAnswer: kind, amount: amount, reason: why) {
            let column =
                fault.code == "no-reason"
                ? Title.why : fault.code == "challenge-concluded" ? Title.answer : Title.accepted
            throw rows.fault(row, column, fault.code, fault.words)
        }
        return AnswerChallenges.Row(
            number: challenge.number, kind: kind, amount: amount, reason: why, evidence: evidence)
    }
}
