public import Vocabulary

/// How many people rows of registered patients stand for; the same people are never counted twice.
public enum CountPatients {
    /// The sum of rows that are all of one level and all divided in the same way.
    ///
    /// Of nothing it is 0.
    ///
    /// - Throws: `Refusal` of kind `input`: `levels-mixed` (each level has everybody), `totals-mixed` (rows for all
    ///   beside rows of a sex or an age), `ages-overlap`.
    public static func total(of rows: some Collection<PatientCount>) throws(Refusal) -> Int {
        guard let first = rows.first else { return 0 }
        var levels: Set<PatientLevel> = []
        var divisions: Set<PatientCount.Division> = []
        var spans: Set<AgeSpan> = []
        var sum = 0
        for row in rows {
            levels.insert(row.level)
            divisions.insert(row.division)
            spans.insert(row.ages)
            sum += row.people
        }
        if levels.count > 1 {
            let each = PatientLevel.allCases.filter(levels.contains).map(\.inWords).joined(separator: ", ")
            throw Refusal(
                .input, code: "levels-mixed",
                "The rows are of \(levels.count) levels (\(each)), and each level has everybody: their sum would count "
                    + "the same people \(levels.count) times.", remedy: "Sum the rows of one level.")
        }
        if divisions.count > 1 {
            let each = PatientCount.Division.allCases.filter(divisions.contains).map(\.inWords)
                .joined(separator: ", ")
            throw Refusal(
                .input, code: "totals-mixed",
                "The rows are \(each), and each kind has everybody: their sum would count the same people "
                    + "\(divisions.count) times.", remedy: "Sum rows of one kind, such as those of one sex and one age."
            )
        }
        if first.division == .byAge || first.division == .bySexAndAge {
            let order = spans.sorted()
            if let place = order.indices.dropFirst().first(where: { order[$0].overlaps(order[$0 - 1]) }) {
                throw Refusal(
                    .input, code: "ages-overlap",
                    "The ages \(order[place - 1]) and \(order[place]) overlap: their sum would count the same people "
                        + "twice.", remedy: "Sum rows whose ages do not overlap.")
            }
        }
        return sum
    }

    /// People of some ages in each organisation of a level.
    ///
    /// Rows for all patients are taken where everybody is meant and there are such rows, else the finest division there is.
    ///
    /// - Throws: `Refusal` of kind `input`: `no-such-level`, `bands-differ` (a band of the file lies across an end of the
    ///   ages asked for), and as `total(of:)`.
    public static func byOrganisation(
        _ rows: some Collection<PatientCount>, level: PatientLevel, sex: PatientSex = .all, ages: AgeSpan = .all
    ) throws(Refusal) -> [OrganisationCode: Int] {
        let ofLevel = rows.filter { $0.level == level }
        guard !ofLevel.isEmpty else {
            throw Refusal(.input, code: "no-such-level", "The file has no rows of \(level.inWords).")
        }
        let there = Set(ofLevel.map(\.division))
        let usable: [PatientCount.Division] =
            switch (sex, ages.isAll) {
            case (.all, true): [.whole, .bySex, .byAge, .bySexAndAge]
            case (_, true): [.bySex, .bySexAndAge]
            case (.all, false): [.byAge, .bySexAndAge]
            case (_, false): [.bySexAndAge]
            }
        guard let division = usable.first(where: there.contains) else {
            throw Refusal(
                .input, code: "not-divided",
                "The rows of \(level.inWords) are not divided by "
                    + (ages.isAll ? "sex." : sex == .all ? "age." : "sex and age."),
                remedy: "Give the file by sex and five-year age.")
        }
        var parts: [OrganisationCode: [PatientCount]] = [:]
        for row in ofLevel where row.division == division && (sex == .all || row.sex == sex) {
            if ages.isAll || ages.contains(row.ages) {
                parts[row.organisation, default: []].append(row)
            } else if ages.overlaps(row.ages) {
                throw Refusal(
                    .input, code: "bands-differ",
                    "The band \(row.ages) of \(row.organisation) lies partly within \(ages).",
                    remedy: "Ask for ages that are whole bands of the file, or give the file by single year.")
            }
        }
        var people: [OrganisationCode: Int] = [:]
        for (code, rows) in parts { people[code] = try total(of: rows) }
        return people
    }
}
