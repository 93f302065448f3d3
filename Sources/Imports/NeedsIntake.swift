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
            .dentalWorkforce, .dentalWorkforceAnnex, .dentalMonths:
            "NHS England"
        case .areaPopulations, .areaCentroids: "Office for National Statistics"
        case .areaDeprivation, .deprivationIndicators: "Ministry of Housing, Communities and Local Government"
        case .practiceDeprivation, .fingertips, .dentalExtractions:
            "Office for Health Improvement and Disparities"
        }
    }

    package static func job(
        _ kind: NeedsFile, into store: Store, by author: Author, at moment: Moment, dropping: [String]
    ) -> ImportJob<NeedsReading> {
        ImportJob(
            store: store, publisher: publisher(of: kind), licence: licence, mapping: nil,
            read: { (member: Member) throws(Refusal) -> NeedsReading in
                try kind.read(member.bytes, named: member.name, dropping: dropping)
            },
            perform: { reading, source, container, db in
                let act = ImportNeedsFile(
                    source: source, container: container, kind: kind, dropped: dropping, reading: reading)
                return act.intake(try Store.perform(act, by: author, at: moment, in: db))
            })
    }
}
