import Vocabulary

/// The tables of reference that depend on the market alone.
extension InventedMarket {
    func writeTables(to files: inout ActivityFiles) {
        writeOrganisations(to: &files)
        writePrices(to: &files)
        writeContracts(to: &files)
        files.start(.freezes, "financialYear,financialMonth,flexOn,freezeOn", ending: "\n")
        for month in 1...12 {
            files.add("202526,\(month),\(InventedMarket.flex(month)),\(InventedMarket.freeze(month))", to: .freezes)
        }
        files.start(.specialised, "serviceCode,delegation,mentalHealth,validFrom,validTo", ending: "\n")
        for one in InventedMarket.specialised {
            let mental = one.isMentalHealth ? "Y" : "N"
            if let until = one.until, until == one.from {
                files.add("\(one.code),\(until),\(mental),2024-04-01,", to: .specialised)
                continue
            }
            if let until = one.until {
                files.add("\(one.code),\(until),\(mental),2024-04-01,\(InventedMarket.midyear)", to: .specialised)
            }
            if let from = one.from {
                files.add("\(one.code),\(from),\(mental),\(InventedMarket.midyear),", to: .specialised)
            }
        }
    }

    /// The days on which a month's figures may no longer be put right freely, and no longer at all.
    static func flex(_ month: Int) -> Day {
        ExemplarActivity.year.month(month).adding(months: 1).firstDay.adding(days: 18)
    }
    static func freeze(_ month: Int) -> Day {
        ExemplarActivity.year.month(month).adding(months: 2).firstDay.adding(days: 17)
    }

    private func writeOrganisations(to files: inout ActivityFiles) {
        files.start(.practices, "practice,commissioner,openedOn,closedOn", ending: "\n")
        for one in practices + closed + opening + closing + moved + prisons + forces {
            let code = commissioners[one.commissioner ?? 0]
            let closed = one.closed.map { $0.description } ?? ""
            guard let former = one.former else {
                files.add("\(one.code),\(code),\(one.opened),\(closed)", to: .practices)
                continue
            }
            let day = InventedMarket.midyear
            files.add("\(one.code),\(commissioners[former]),\(one.opened),\(day)", to: .practices)
            files.add("\(one.code),\(code),\(day),\(closed)", to: .practices)
        }
        files.start(.providers, "provider,marketForcesFactor,hostCommissioner,validFrom,validTo", ending: "\n")
        for (index, one) in providers.enumerated() {
            func line(_ forces: Int, _ validity: String) -> String {
                let factor = MonitoringText.decimal(forces, places: 6, atLeast: 6)
                return "\(one.code),\(factor),\(commissioners[one.host]),\(validity)"
            }
            // What one of them had the year before.
            if index == 11 { files.add(line(one.forces + 30_000, "2024-04-01,2025-04-01"), to: .providers) }
            files.add(line(one.forces, index == 11 ? "2025-04-01," : ","), to: .providers)
        }
        files.start(.hubs, "commissioner,hub,region", ending: "\n")
        for index in 0..<InventedMarket.boards {
            files.add("\(commissioners[index]),\(hub(of: index)),\(region(of: index))", to: .hubs)
        }
        files.start(.prisons, "practice,validFrom,validTo", ending: "\n")
        for one in prisons { files.add("\(one.code),2020-04-01,", to: .prisons) }
        // A prison no longer: its people are any board's.
        for one in practices.prefix(3) { files.add("\(one.code),2015-04-01,2025-04-01", to: .prisons) }
    }

    private func writePrices(to files: inout ActivityFiles) {
        files.start(
            .prices, "tariff,treatmentFunction,pricePence,trimPointDays,excessDayPence,validFrom,validTo", ending: "\n")
        for one in spells + emergencies + InventedMarket.lowPriority + InventedMarket.oncePriority
            + [InventedMarket.ungroupable]
        {
            let trim = one.trim.map { "\($0.days),\($0.pence)" } ?? ","
            guard let later = one.later else {
                files.add("\(one.code),,\(one.pence),\(trim),2025-04-01,2026-04-01", to: .prices)
                continue
            }
            let day = InventedMarket.midyear
            files.add("\(one.code),,\(one.pence),\(trim),2025-04-01,\(day)", to: .prices)
            files.add("\(one.code),,\(later),\(trim),\(day),2026-04-01", to: .prices)
        }
        let lapsed = InventedMarket.lapsed
        files.add("\(lapsed.code),,\(lapsed.pence),,,2024-04-01,2025-04-01", to: .prices)
        for (tariff, any) in [
            (InventedMarket.firstTariff, InventedMarket.anyFirst),
            (InventedMarket.followUpTariff, InventedMarket.anyFollowUp),
        ] {
            files.add("\(tariff),,\(any),,,2025-04-01,2026-04-01", to: .prices)
            for one in functions where one.code != "653" {
                let pence = tariff == InventedMarket.firstTariff ? one.first : one.followUp
                files.add("\(tariff),\(one.code),\(pence),,,2025-04-01,2026-04-01", to: .prices)
            }
        }
        files.start(.lowPriority, "tariff,validFrom,validTo", ending: "\n")
        for one in InventedMarket.lowPriority { files.add("\(one.code),2025-04-01,", to: .lowPriority) }
        files.add("\(InventedMarket.oncePriority[0].code),2023-04-01,2025-04-01", to: .lowPriority)
        files.add("\(InventedMarket.oncePriority[1].code),2026-04-01,", to: .lowPriority)
    }

    private func writeContracts(to files: inout ActivityFiles) {
        files.start(.services, "provider,treatmentFunction", ending: "\n")
        files.add(",180", to: .services)
        for one in functions + dental { files.add(",\(one.code)", to: .services) }
        for index in stride(from: 0, to: InventedMarket.billing, by: 2) {
            files.add("\(providers[index].code),\(InventedMarket.contractedByEven.code)", to: .services)
        }
        files.start(.contracts, "provider,pointOfDelivery,element,validFrom,validTo", ending: "\n")
        for (delivery, element) in [
            ("AE", "fixed"), ("NEL", "fixed"), ("OPFASPCL", "variable"), ("OPFUPSPCL", "variable"), ("DC", "variable"),
            ("EL", "variable"), ("XBD", "variable"), ("MPP", "variable"), ("COMM", "local-price"),
            ("DRUG", "pass-through"), ("DEVICE", "pass-through"),
        ] {
            files.add(",\(delivery),\(element),2025-04-01,", to: .contracts)
        }
        files.add(",COMM,fixed,2023-04-01,2025-04-01", to: .contracts)
        for index in InventedMarket.independent {
            files.add("\(providers[index].code),,activity-based,2025-04-01,", to: .contracts)
        }
        files.add("\(providers[InventedMarket.lowVolume].code),,low-volume-block,2025-04-01,", to: .contracts)
    }
}
