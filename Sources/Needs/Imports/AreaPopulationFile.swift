public import Tabular
public import Vocabulary

/// Estimates of the people of small areas: by single year of age, or by the codes of ages that Nomis has.
///
/// Either `lsoa11_code`, `total_population` and a column for each year from `0` to an open last one (`90+`), or Nomis's
/// `GEOGRAPHY_CODE`, `C_AGE` and `OBS_VALUE`. Nomis's code 200 is everybody; what its other codes mean the file does not
/// say, so they stay codes.
public enum AreaPopulationFile {
    private static let bySingleYear = ["lsoa11_code", "total_population"]
    private static let byCode = ["GEOGRAPHY_CODE", "C_AGE", "OBS_VALUE"]
    private static let ages = (0...104).flatMap { ["\($0)", "\($0)+"] }

    public static let layout = Layout(
        name: "populations of small areas", required: [], alternatives: [bySingleYear, byCode],
        optional: ["lsoa11_name", "DATE", "GEOGRAPHY_NAME", "RECORD_COUNT"] + ages)

    private static let everybody = "200"

    /// - Returns: rows refused with `blank`, `unreadable-count`, `negative-count`, `does-not-sum` (the ages come to
    ///   another number than the total), `duplicate-row`.
    /// - Throws: `Refusal` of the whole file: `not-this-layout`, `no-data-rows`, `truncated`.
    public static func read(
        _ bytes: [UInt8], named name: String, dropping: [String] = []
    ) throws(Refusal) -> Reading<AreaPopulation> {
        var seen: [String: Int] = [:]
        return try RowReader.reading(
            bytes, named: name, as: layout, dropping: dropping,
            columns: { match in
                (
                    places: (match.alternative ?? []).compactMap { match[$0] },
                    ages: ages.compactMap { title in match[title].map { (title: title, place: $0) } },
                    name: match["GEOGRAPHY_NAME"] ?? match["lsoa11_name"]
                )
            }
        ) { reader, columns throws(RowFault) in
            let population =
                columns.places.count == byCode.count
                ? try coded(reader, columns.places, columns.name)
                : try single(reader, columns.places, columns.ages, columns.name)
            let key = "\(population.area) \(population.part ?? "")"
            if let first = seen[key] {
                throw RowFault(
                    column: nil, code: "duplicate-row", "\(population.area) stands in row \(first) already.")
            }
            seen[key] = reader.row
            return population
        }
    }

    private static func coded(
        _ reader: RowReader, _ places: [Int], _ name: Int?
    ) throws(RowFault) -> AreaPopulation {
        let ages = try reader.required(at: places[1], byCode[1])
        return AreaPopulation(
            area: try reader.required(at: places[0], byCode[0]), part: ages == everybody ? nil : ages,
            people: try reader.people(at: places[2], byCode[2]), name: self.name(reader, name))
    }

    private static func single(
        _ reader: RowReader, _ places: [Int], _ ages: [(title: String, place: Int)], _ name: Int?
    ) throws(RowFault) -> AreaPopulation {
        let people = try reader.people(at: places[1], bySingleYear[1])
        var byAge: [Int] = []
        for age in ages { byAge.append(try reader.people(at: age.place, age.title)) }
        let sum = byAge.reduce(0, +)
        guard byAge.isEmpty || sum == people else {
            throw RowFault(
                column: bySingleYear[1], code: "does-not-sum",
                "There are \(people) people in all, and the ages come to \(sum).")
        }
        return AreaPopulation(
            area: try reader.required(at: places[0], bySingleYear[0]), people: people, byAge: byAge,
            name: self.name(reader, name))
    }

    private static func name(_ reader: RowReader, _ place: Int?) -> String? {
        let text = place.map { reader.text(at: $0) } ?? ""
        return text.isEmpty ? nil : text
    }
}
