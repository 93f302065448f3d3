import Methods
import Vocabulary

extension Exemplar {
    /// Files of need and of the directory, as their publishers write them: people, deprivation and places of small areas,
    /// the areas' boards, practices with their boards, registers, ages, and the practices' deprivation.
    ///
    /// Small areas have the codes in which the contracts' practices lie. Towns' middles are more deprived than their edges,
    /// and deprivation brings diabetes, as in England.
    public var needsFiles: [CompanionFile] {
        let made = InventedNeed(seed: seed, people: Exemplar.commissioners.indices.map { peopleServed(by: $0) })
        return [
            CompanionFile(name: "small-area-populations.csv", bytes: made.populationFile()),
            CompanionFile(name: "imd-2025.csv", bytes: made.deprivationFile()),
            CompanionFile(name: "small-area-centroids.jsonl", bytes: made.centroidsFile()),
            CompanionFile(name: "small-area-lookup.csv", bytes: made.lookupFile()),
            CompanionFile(name: "gp-practice-map.csv", bytes: made.practiceMapFile()),
            CompanionFile(name: "PREVALENCE_2425.csv", bytes: made.registersFile()),
            CompanionFile(name: "gp-practice-ages.csv", bytes: made.agesFile()),
            CompanionFile(name: "gp-practice-imd-2025.csv", bytes: made.practiceDeprivationFile()),
        ]
    }

    /// People in a commissioner's area.
    func peopleServed(by board: Int) -> Int { Exemplar.peoplePerContract[board] * contracts }
}

/// Small areas and general practices of the three invented systems.
private struct InventedNeed {
    struct Area {
        let code: String
        let board: Int
        let people: Int
        let latitude: Double
        let longitude: Double
        /// Among the small areas of England; 1 the most deprived.
        let rank: Int
    }

    struct Practice {
        let code: String
        let name: String
        let board: Int
        let people: Int
        /// 0 the least deprived, 1 the most.
        let deprivation: Double
    }

    private(set) var areas: [Area] = []
    private(set) var practices: [Practice] = []
    private var draws: Draws

    /// As the contracts' practices have them.
    private static let areasEach = 250
    private static let practicesEach = [60, 42, 33]
    /// The number of small areas of England in the index of 2025.
    private static let ranks = 33_755
    private static let centres = [(52.36, -0.62), (52.66, -0.30), (52.58, 0.06)]
    private static let counties = ["E54000901", "E54000902", "E54000903"]
    private static let locations = ["9A1", "9B1", "9C1"]

    init(seed: UInt64, people: [Int]) {
        draws = Draws(RandomStream(seed: seed ^ 0x6e65_6564))
        for board in Exemplar.commissioners.indices {
            for place in 0..<InventedNeed.areasEach {
                // Seeds of a sunflower: dense in the middle.
                let distance = (Double(place) / Double(InventedNeed.areasEach)).squareRoot()
                let turn = Double(place) * 2.399963
                let (east, north) = InventedNeed.direction(turn)
                let deprived = min(max(1 - distance + 0.22 * draws.normal(), 0.001), 0.999)
                let usual = people[board] / InventedNeed.areasEach
                areas.append(
                    Area(
                        code: "E01099\(board * 300 + 100 + place)", board: board,
                        people: usual * (70 + draws.below(61)) / 100,
                        latitude: InventedNeed.centres[board].0 + 0.17 * distance * north,
                        longitude: InventedNeed.centres[board].1 + 0.27 * distance * east,
                        rank: 1 + Int((1 - deprived) * Double(InventedNeed.ranks - 1))))
            }
            // The index's last rank is the number of its areas.
            if board == Exemplar.commissioners.count - 1, let last = areas.popLast() {
                areas.append(
                    Area(
                        code: last.code, board: last.board, people: last.people, latitude: last.latitude,
                        longitude: last.longitude, rank: InventedNeed.ranks))
            }
            let count = InventedNeed.practicesEach[board]
            for place in 0..<count {
                let deprived = (Double(place) + 0.5) / Double(count)
                practices.append(
                    Practice(
                        code: "Z8\(board)\(place < 10 ? "00" : "0")\(place)",
                        name:
                            "\(draws.pick(InventedNames.places[board])) \(draws.pick(["Surgery", "Medical Centre", "Health Centre"]))",
                        board: board, people: people[board] / count * (60 + draws.below(81)) / 100,
                        deprivation: deprived))
            }
        }
    }

    /// A quarter of the way round in four straight pieces would look odd: sine and cosine by their series.
    private static func direction(_ turn: Double) -> (Double, Double) {
        let whole = 6.283185307179586
        var angle = turn - Double(Int(turn / whole)) * whole
        if angle > whole / 2 { angle -= whole }
        var (sine, cosine, term) = (0.0, 0.0, 1.0)
        for power in 0..<24 {
            let sign = power % 4 < 2 ? 1.0 : -1.0
            if power % 2 == 0 { cosine += sign * term } else { sine += sign * term }
            term *= angle / Double(power + 1)
        }
        return (cosine, sine)
    }

    func populationFile() -> [UInt8] {
        var text = PublishedText(header: "DATE,GEOGRAPHY_CODE,GEOGRAPHY_NAME,C_AGE,OBS_VALUE", capacity: 40_000)
        for area in areas {
            let place = InventedNames.places[area.board][0]
            for (age, people) in [("200", area.people), ("201", area.people / 5), ("204", area.people / 25)] {
                text.row(["2024", area.code, "\(place) \(area.code.suffix(3))", age, "\(people)"])
            }
        }
        return text.bytes
    }

    func deprivationFile() -> [UInt8] {
        var text = PublishedText(header: "lsoa21_code,IMD_decile,IMD_rank", capacity: 20_000)
        for area in areas {
            text.row([area.code, "\((area.rank - 1) * 10 / InventedNeed.ranks + 1)", "\(area.rank)"])
        }
        return text.bytes
    }

    func centroidsFile() -> [UInt8] {
        let features = areas.map { area in
            "{\"attributes\":{\"LSOA21CD\":\"\(area.code)\"},\"geometry\":{\"x\":\(area.longitude),\"y\":\(area.latitude)}}"
        }
        return Array(
            ("{\"objectIdFieldName\":\"FID\",\"spatialReference\":{\"wkid\":4326},\"features\":["
                + features.joined(separator: ",") + "]}\n").utf8)
    }

    func lookupFile() -> [UInt8] {
        var text = PublishedText(
            header: "lsoa11_code,lsoa21_code,change_code,icb24_code,icb24_code_nhs", capacity: 40_000)
        for area in areas {
            text.row([
                area.code, area.code, "U", InventedNeed.counties[area.board],
                Exemplar.commissioners[area.board].code.description,
            ])
        }
        return text.bytes
    }

    func practiceMapFile() -> [UInt8] {
        var text = PublishedText(
            header: "EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,PCN_NAME,"
                + "ONS_SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,ONS_ICB_CODE,ICB_CODE,ICB_NAME,"
                + "ONS_COMM_REGION_CODE,COMM_REGION_CODE,COMM_REGION_NAME", capacity: 30_000)
        for (place, practice) in practices.enumerated() {
            let (code, name) = Exemplar.commissioners[practice.board]
            let network = place / 6
            text.row([
                "2024-12-01", practice.code, practice.name, "ZZ\(practice.board * 10 + 1 + place % 9) 1AB",
                "U9\(network < 10 ? "00" : "0")\(network)0", "Network \(network + 1)", "E38000\(901 + practice.board)",
                InventedNeed.locations[practice.board], "\(name) - all of it", InventedNeed.counties[practice.board],
                code.description, name, "E40000091", "Y99", "Invented Region",
            ])
        }
        return text.bytes
    }

    /// Of each register: the people on it out of a thousand where deprivation is least, what the most deprived have more,
    /// whom it counts, and which part of the list that is.
    private static let registers: [(code: String, least: Double, more: Double, list: String, hundredths: Int)] = [
        ("AF", 24, -4, "TOTAL", 100), ("CKD", 41, 8, "18OV", 79), ("DEM", 8, 1, "TOTAL", 100),
        ("DEP", 118, 40, "18OV", 79), ("DM", 62, 34, "17OV", 81), ("HYP", 146, 6, "TOTAL", 100),
        ("LD", 5, 3, "TOTAL", 100), ("MH", 7, 7, "TOTAL", 100),
    ]

    func registersFile() -> [UInt8] {
        var draws = draws
        var text = PublishedText(
            header: "PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE", capacity: 40_000)
        for practice in practices {
            for register in InventedNeed.registers {
                let list = practice.people * register.hundredths / 100
                let part = (register.least + register.more * practice.deprivation) / 1_000 * (1 + 0.08 * draws.normal())
                text.row([
                    practice.code, register.code, "\(max(1, Int(part * Double(list))))", register.list, "\(list)",
                ])
            }
        }
        return text.bytes
    }

    /// In each five years of age, per thousand; from 95 on one band.
    private static let ages = [
        52, 56, 59, 57, 60, 66, 70, 68, 66, 61, 65, 68, 65, 55, 48, 41, 22, 13, 6, 2,
    ]

    func agesFile() -> [UInt8] {
        var text = PublishedText(
            header: "EXTRACT_DATE,ORG_TYPE,ORG_CODE,ONS_CODE,POSTCODE,SEX,AGE_GROUP_5,NUMBER_OF_PATIENTS",
            capacity: 200_000)
        for practice in practices {
            var bands = InventedNeed.ages.map { practice.people * $0 / 1_000 }
            bands[6] += practice.people - bands.reduce(0, +)
            let women = bands.map { $0 * 51 / 100 }
            func row(_ sex: String, _ age: String, _ people: Int) {
                text.row(["2024-12-01", "GP", practice.code, "", "", sex, age, "\(people)"])
            }
            row("ALL", "ALL", practice.people)
            for (sex, counts) in [("FEMALE", women), ("MALE", zip(bands, women).map { $0 - $1 })] {
                for (place, people) in counts.enumerated() {
                    row(sex, place == 19 ? "95+" : "\(place * 5)_\(place * 5 + 4)", people)
                }
            }
        }
        return text.bytes
    }

    func practiceDeprivationFile() -> [UInt8] {
        var text = PublishedText(header: "PRACTICE_CODE,PRACTICE_NAME,IMD_YEAR,IMD_SCORE", capacity: 10_000)
        for practice in practices {
            text.row([
                practice.code, practice.name, "2025", "\(Double(Int((6 + 44 * practice.deprivation) * 1_000)) / 1_000)",
            ])
        }
        return text.bytes
    }
}

extension PublishedText {
    fileprivate mutating func row(_ fields: [String]) {
        for field in fields { self.field(field) }
        endRow()
    }
}
