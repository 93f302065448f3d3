import Files
package import Needs
package import Store
package import Vocabulary

/// How files on populations, deprivation and indicators are taken in.
package enum NeedsIntake {
    package static let licence = "Open Government Licence v3.0"

    package static func publisher(of kind: NeedsFile) -> String {
        switch kind {
        case .registeredPatients, .qofPrevalence, .networkIndicators, .dentalCharges, .dentalPopulations,
            .dentalWorkforce, .dentalWorkforceAnnex, .dentalMonths, .dentalAnnex, .dentalList:
            "NHS England"
        case .dentalBoards: "NHS Business Services Authority"
        case .areaPopulations, .areaCentroids: "Office for National Statistics"
        case .areaDeprivation, .deprivationIndicators, .deprivationSummaries:
            "Ministry of Housing, Communities and Local Government"
        case .practiceDeprivation, .fingertips, .dentalExtractions:
            "Office for Health Improvement and Disparities"
        }
    }

    /// - Throws: `Refusal` of the whole file, as its own reader.
    package static func read(
        _ bytes: [UInt8], named name: String, as kind: NeedsFile, dropping: [String] = []
    ) throws(Refusal) -> NeedsReading {
        guard Member(name: name, containerName: nil, bytes: bytes).isWorkbook else {
            return try kind.read(bytes, named: name, dropping: dropping)
        }
        return try kind.read(try Workbook.grids(bytes, named: name), named: name, dropping: dropping)
    }

    package static func job(
        _ kind: NeedsFile, into store: Store, by author: Author, at moment: Moment, dropping: [String]
    ) -> ImportJob<NeedsReading> {
        ImportJob(
            store: store, publisher: publisher(of: kind), licence: licence, mapping: nil,
            read: { (member: Member) throws(Refusal) -> NeedsReading in
                try read(member.bytes, named: member.name, as: kind, dropping: dropping)
            },
            perform: { reading, source, container, db in
                let act = ImportNeedsFile(
                    source: source, container: container, kind: kind, dropped: dropping, reading: reading)
                return act.intake(try Store.perform(act, by: author, at: moment, in: db))
            })
    }
}
