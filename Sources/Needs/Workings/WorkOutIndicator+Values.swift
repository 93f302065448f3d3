import Tabular
import Vocabulary

extension WorkOutIndicator {
    /// What the definition counts in each area of its file, as values of one shape.
    static func values(
        _ definition: IndicatorDefinition, _ readings: [(name: String, reading: NeedsReading)], _ level: PatientLevel
    ) throws(Refusal) -> (values: [IndicatorValue], notes: [String]) {
        switch definition.file {
        case .registeredPatients: try patients(definition, readings, level)
        case .areaPopulations: try deprivedFifth(definition, readings)
        default: try published(definition, readings)
        }
    }

    private static func needed(_ file: NeedsFile, _ definition: IndicatorDefinition) -> Refusal {
        Refusal(
            .usage, code: "file-needed", "“\(definition.title)” needs a file: \(file.inWords).",
            remedy: "Its source is: \(definition.source).")
    }

    /// - Throws: `Refusal`, code `file-twice`: two files would count the same people twice.
    private static func only<Content>(
        _ found: [Content], _ file: NeedsFile, _ definition: IndicatorDefinition
    ) throws(Refusal) -> Content {
        guard let first = found.first else { throw needed(file, definition) }
        guard found.count == 1 else {
            throw Refusal(
                .usage, code: "file-twice", "\(found.count) files are given of one kind: \(file.inWords).",
                remedy: "Give one: their sum might count the same people twice.")
        }
        return first
    }

    private static func patients(
        _ definition: IndicatorDefinition, _ readings: [(name: String, reading: NeedsReading)], _ level: PatientLevel
    ) throws(Refusal) -> (values: [IndicatorValue], notes: [String]) {
        let found = readings.compactMap { if case .patients(let patients) = $0.reading { patients } else { nil } }
        let reading = try only(found, .registeredPatients, definition)
        guard let ages = definition.parts.first.flatMap({ AgeSpan(published: $0) }) else {
            preconditionFailure("\(definition.id) names no ages")
        }
        let rows = reading.rows.values.map(\.value)
        let part = try CountPatients.byOrganisation(rows, level: level, ages: ages)
        let whole = try CountPatients.byOrganisation(rows, level: level)
        let day = reading.statedOn?.description ?? ""
        let values = whole.map { code, people in
            IndicatorValue(
                indicator: definition.id, area: code.description, period: day,
                count: .number(Double(part[code] ?? 0)), denominator: .number(Double(people)))
        }
        return (values, ["Patients are counted once, from the rows of \(level.inWords)."])
    }

    /// People of areas in tenths 1 and 2, of all people of areas that the index has.
    private static func deprivedFifth(
        _ definition: IndicatorDefinition, _ readings: [(name: String, reading: NeedsReading)]
    ) throws(Refusal) -> (values: [IndicatorValue], notes: [String]) {
        let people = try only(
            readings.compactMap { if case .populations(let found) = $0.reading { found } else { nil } },
            .areaPopulations, definition)
        let index = try only(
            readings.compactMap { if case .deprivation(let found) = $0.reading { found } else { nil } },
            .areaDeprivation, definition)
        var fifths: [String: Int] = [:]
        for placed in index.values { fifths[placed.value.area] = placed.value.fifth }
        let everybody = people.values.map(\.value).filter { $0.part == nil }
        let missing = everybody.filter { fifths[$0.area] == nil }
        let here = Set(everybody.map(\.area))
        let without = fifths.keys.count { !here.contains($0) }
        guard missing.count < everybody.count else {
            throw Refusal(
                .input, code: "nothing-matches", "No area of the population has a place in the index.",
                remedy: "Give the index for areas of the same census.")
        }
        let values = everybody.compactMap { area in
            fifths[area.area].map { fifth in
                IndicatorValue(
                    indicator: definition.id, area: area.area, period: "",
                    count: .number(fifth == 1 ? Double(area.people) : 0), denominator: .number(Double(area.people)))
            }
        }
        var notes: [String] = []
        if !missing.isEmpty {
            let count = missing.reduce(0) { $0 + $1.people }
            let codes = missing.map(\.area).sorted().prefix(3).joined(separator: ", ")
            notes.append(
                "\(grouped(missing.count)) of \(grouped(everybody.count)) areas of the population, with "
                    + "\(grouped(count)) people, have no place in the index and are left out (\(codes)…). Areas of Wales "
                    + "have none, nor areas of another census.")
        }
        if without > 0 {
            notes.append("\(grouped(without)) areas of the index have no population in the file.")
        }
        return (values, notes)
    }

    private static func published(
        _ definition: IndicatorDefinition, _ readings: [(name: String, reading: NeedsReading)]
    ) throws(Refusal) -> (values: [IndicatorValue], notes: [String]) {
        let found = readings.compactMap { if case .indicators(let values) = $0.reading { values } else { nil } }
        let reading = try only(found, definition.file, definition)
        let parts = Set(definition.parts.isEmpty ? [""] : definition.parts)
        let values = reading.values.flatMap(\.value).filter { value in
            value.indicator == definition.figure && parts.contains(value.part)
        }
        let refused = reading.problems.count { $0.effect == .refused }
        let rows = refused == 1 ? "One row of the file was" : "\(grouped(refused)) rows of the file were"
        return (values, refused == 0 ? [] : ["\(rows) refused; nothing of it is counted."])
    }
}
