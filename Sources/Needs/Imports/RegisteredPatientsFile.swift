public import Tabular
public import Vocabulary

/// Patients registered at GP practices: by five-year age, by single year, or in all.
///
/// Columns: the organisation under `ORG_CODE` or `CODE`, its level under `ORG_TYPE` or `TYPE` (a file of practices by
/// single year has none, but the commissioner's code), `SEX`, `AGE_GROUP_5` or `AGE`, and `NUMBER_OF_PATIENTS`.
///
/// What does not add up is said: `does-not-sum` on the row for all patients of an organisation whose parts come to
/// something else (flagged), `levels-differ` where the levels of the file do not have the same number of people (noted).
public enum RegisteredPatientsFile {
    public static let layout = Layout(
        name: "patients registered at GP practices", required: ["EXTRACT_DATE", "SEX", "NUMBER_OF_PATIENTS"],
        alternatives: [
            ["ORG_TYPE", "ORG_CODE", "AGE_GROUP_5"], ["ORG_TYPE", "ORG_CODE", "AGE"], ["TYPE", "CODE", "AGE"],
            ["CCG_CODE", "ORG_CODE", "AGE"], ["SUB_ICB_LOCATION_CODE", "ORG_CODE", "AGE"],
        ],
        optional: ["PUBLICATION", "ONS_CODE", "ONS_CCG_CODE", "ONS_SUB_ICB_LOCATION_CODE", "CCG_CODE", "POSTCODE"])

    private struct Columns {
        let day: Int
        let level: Int?
        let code: (place: Int, title: String)
        let sex: Int
        let ages: (place: Int, title: String)
        let people: Int

        init(_ match: HeaderMatch) {
            func place(among titles: [String]) -> (Int, String)? {
                titles.lazy.filter { match.alternative?.contains($0) ?? false }
                    .compactMap { title in match[title].map { ($0, title) } }.first
            }
            day = match.place(of: "EXTRACT_DATE")
            sex = match.place(of: "SEX")
            people = match.place(of: "NUMBER_OF_PATIENTS")
            level = place(among: ["ORG_TYPE", "TYPE"])?.0
            guard let code = place(among: ["ORG_CODE", "CODE"]), let ages = place(among: ["AGE_GROUP_5", "AGE"])
            else { preconditionFailure("each alternative has a code and ages") }
            self.code = code
            self.ages = ages
        }
    }

    /// - Returns: rows refused with `blank`, `unreadable-day`, `other-day`, `unknown-level`, `unreadable-code`,
    ///   `unknown-sex`, `unknown-ages`, `unreadable-count`, `negative-count`, `duplicate-row`, `ragged-row`.
    /// - Throws: `Refusal` of the whole file: `not-this-layout`, `no-data-rows`, `patient-identifying`, `truncated`.
    public static func read(
        _ bytes: [UInt8], named name: String, dropping: [String] = []
    ) throws(Refusal) -> PatientsReading {
        var row = Repeated()
        var seen: [Key: Int] = [:]
        let rows = try RowReader.reading(
            bytes, named: name, as: layout, dropping: dropping, columns: Columns.init
        ) { reader, columns throws(RowFault) in
            try row.readDay(reader, at: columns.day)
            let level = try row.level(reader, at: columns.level)
            let organisation = try row.organisation(reader, at: columns.code)
            let sex = try row.sex(reader, at: columns.sex)
            let ages = try row.ages(reader, at: columns.ages)
            let count = PatientCount(
                level: level, organisation: organisation, sex: sex, ages: ages,
                people: try reader.people(at: columns.people, "NUMBER_OF_PATIENTS"))
            let key = Key(organisation: row.number(of: organisation, level), sex: sex, ages: ages)
            if let first = seen.updateValue(reader.row, forKey: key) {
                seen[key] = first
                throw RowFault(
                    column: columns.code.title, code: "duplicate-row",
                    "\(organisation) has the same sex and ages in row \(first) already.")
            }
            return count
        }
        var reading = PatientsReading(statedOn: row.statedOn, rows: rows)
        reading.rows.problems += reading.disagreements()
        return reading
    }

    private struct Key: Hashable {
        let organisation: Int
        let sex: PatientSex
        let ages: AgeSpan
    }

    /// What repeats from row to row is made once: the texts of a column, by the bytes of its cell.
    private struct Repeated {
        private(set) var statedOn: Day?
        private var days: [String: Day] = [:]
        private var sexes: [UInt64: PatientSex] = [:]
        private var spans: [UInt64: AgeSpan] = [:]
        private var lastCode: (bytes: UInt64, code: OrganisationCode)?
        private var numbers: [OrganisationCode: [PatientLevel: Int]] = [:]
        private var count = 0

        mutating func readDay(_ reader: RowReader, at place: Int) throws(RowFault) {
            let text = try reader.required(at: place, "EXTRACT_DATE")
            guard let day = days[text] ?? PublishedDay.read(text) else {
                throw RowFault(
                    column: "EXTRACT_DATE", code: "unreadable-day", "\(TrimmedText.quoted(text)) is not a day.")
            }
            days[text] = day
            guard statedOn == nil || statedOn == day else {
                throw RowFault(
                    column: "EXTRACT_DATE", code: "other-day",
                    "The row is of another day than those before, which are of \(statedOn!.inWords).")
            }
            statedOn = day
        }

        func level(_ reader: RowReader, at place: Int?) throws(RowFault) -> PatientLevel {
            guard let place else { return .practice }
            let text = try reader.required(at: place, "ORG_TYPE")
            guard let level = PatientLevel(published: text) else {
                throw RowFault(
                    column: "ORG_TYPE", code: "unknown-level",
                    "\(TrimmedText.quoted(text)) is no level of organisation that is read.")
            }
            return level
        }

        mutating func organisation(
            _ reader: RowReader, at column: (place: Int, title: String)
        ) throws(RowFault) -> OrganisationCode {
            let packed = reader.packed(at: column.place)
            if let packed, let lastCode, lastCode.bytes == packed { return lastCode.code }
            let text = try reader.required(at: column.place, column.title)
            guard let code = OrganisationCode(text) else {
                throw RowFault(
                    column: column.title, code: "unreadable-code",
                    "\(TrimmedText.quoted(text)) is not an organisation's code.")
            }
            lastCode = packed.map { ($0, code) }
            return code
        }

        mutating func sex(_ reader: RowReader, at place: Int) throws(RowFault) -> PatientSex {
            let packed = reader.packed(at: place)
            if let packed, let sex = sexes[packed] { return sex }
            let text = try reader.required(at: place, "SEX")
            guard let sex = PatientSex(published: text) else {
                throw RowFault(
                    column: "SEX", code: "unknown-sex", "\(TrimmedText.quoted(text)) is no sex that is read.")
            }
            if let packed { sexes[packed] = sex }
            return sex
        }

        mutating func ages(
            _ reader: RowReader, at column: (place: Int, title: String)
        ) throws(RowFault) -> AgeSpan {
            let packed = reader.packed(at: column.place)
            if let packed, let span = spans[packed] { return span }
            let text = try reader.required(at: column.place, column.title)
            guard let span = AgeSpan(published: text) else {
                throw RowFault(
                    column: column.title, code: "unknown-ages",
                    "\(TrimmedText.quoted(text)) is no age or band of ages such as 0_4 or 95+.")
            }
            if let packed { spans[packed] = span }
            return span
        }

        /// The same for the same organisation at the same level.
        mutating func number(of code: OrganisationCode, _ level: PatientLevel) -> Int {
            if let number = numbers[code]?[level] { return number }
            count += 1
            numbers[code, default: [:]][level] = count
            return count
        }
    }
}

/// Registered patients as one file has them.
public struct PatientsReading: Sendable {
    /// The day of the extract; nil where no row could be read.
    public let statedOn: Day?
    public var rows: Reading<PatientCount>

    /// What does not add up, organisation by organisation and level by level.
    fileprivate func disagreements() -> [Problem] {
        struct Sums {
            var whole: (row: Int, people: Int)?
            var parts: [PatientCount.Division: Int] = [:]
        }
        var sums: [PatientLevel: [OrganisationCode: Sums]] = [:]
        for placed in rows.values {
            let count = placed.value
            if count.division == .whole {
                sums[count.level, default: [:]][count.organisation, default: Sums()].whole = (placed.row, count.people)
            } else {
                sums[count.level, default: [:]][count.organisation, default: Sums()]
                    .parts[count.division, default: 0] += count.people
            }
        }
        var problems: [Problem] = []
        for (_, organisations) in sums {
            for (code, found) in organisations {
                guard let whole = found.whole else { continue }
                for (division, people) in found.parts where people != whole.people {
                    problems.append(
                        Problem(
                            row: whole.row, column: nil, code: "does-not-sum",
                            "\(code) has \(grouped(whole.people)) patients in all, and its \(division.inWords) come to "
                                + "\(grouped(people)).", effect: .flagged))
                }
            }
        }
        problems.sort { ($0.row ?? 0, $0.explanation) < ($1.row ?? 0, $1.explanation) }
        let totals = PatientLevel.allCases.compactMap { level in
            sums[level].map { (level, $0.values.reduce(0) { $0 + ($1.whole?.people ?? 0) }) }
        }.filter { $0.1 > 0 }
        if Set(totals.map(\.1)).count > 1 {
            let each = totals.map { "\(grouped($0.1)) by \($0.0.inWords)" }.joined(separator: ", ")
            problems.append(
                Problem(
                    row: nil, column: nil, code: "levels-differ",
                    "The levels of the file do not have the same number of people: \(each).", effect: .noted))
        }
        return problems
    }
}
