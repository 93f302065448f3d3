import Contracts
import Needs
import Vocabulary

extension AccessMaterial {
    /// A site for each contract; one that two commissioners hold, for each of them.
    func contracts(
        _ supply: Supply, _ placer: SitePlacer, _ showsPersonalNames: Bool, _ notes: inout [String]
    ) -> [AccessSite] {
        struct Key: Hashable {
            let contract: ContractNumber
            let commissioner: OrganisationCode
        }
        let months = Set(dental.map(\.month)).sorted()
        let byContract = Dictionary(grouping: dental) { Key(contract: $0.contract, commissioner: $0.commissioner) }
        let holders = Dictionary(grouping: byContract.keys, by: \.contract)
        var sites: [AccessSite] = []
        for (key, rows) in byContract {
            guard let last = rows.max(by: { $0.month < $1.month }) else { continue }
            // A contract that is not in the last month has ended; what it delivered counts where that is asked.
            if supply == .contracted, last.month != months.last { continue }
            let amount: Units? =
                switch supply {
                case .contracted: last.target
                case .delivered: rows.compactMap { $0.activity?.delivered }.reduce(.zero, +)
                }
            let isShared = (holders[key.contract]?.count ?? 0) > 1
            let site = AccessSite(
                code: isShared ? "\(key.contract) \(key.commissioner)" : "\(key.contract)",
                name: showsPersonalNames ? last.providerName : ProviderName(last.providerName).shown, place: nil,
                supply: amount.map { max(0, $0.approximate) })
            sites.append(placer.placed(site, in: last.lsoa))
        }
        notes += AccessMaterial.sentences(supply, months)
        return sites.sorted { $0.code < $1.code }
    }

    /// A site for each contract of a commissioner's list, at the small area that NHSBSA's months give its contract, or else
    /// any contract at its postcode.
    func listedSites(
        _ placer: SitePlacer, _ showsPersonalNames: Bool, _ notes: inout [String]
    ) -> [AccessSite] {
        var (areas, postcodes): ([String: String], [String: String]) = ([:], [:])
        for row in dental where !row.lsoa.isEmpty {
            areas["\(row.contract)"] = row.lsoa
            postcodes[ListedSite.key(ofPostcode: row.postcode)] = row.lsoa
        }
        var unplaced = 0
        let sites = listed.map { entry in
            let name = entry.name.isEmpty ? entry.holder : entry.name
            let site = AccessSite(
                code: entry.contract, name: showsPersonalNames ? name : ProviderName(name).shown, place: nil,
                supply: entry.contracted)
            let byPostcode = entry.postcode.isEmpty ? nil : postcodes[ListedSite.key(ofPostcode: entry.postcode)]
            let area = areas[entry.contract] ?? byPostcode ?? ""
            if area.isEmpty { unplaced += 1 }
            return placer.placed(site, in: area)
        }
        notes.append("UDAs are those contracted for the year, as the list has them, by contract.")
        notes.append(
            "The list has no small areas: \(grouped(listed.count - unplaced)) of its \(grouped(listed.count)) places have "
                + "that which NHSBSA gives their contract or postcode, and \(grouped(unplaced)) have none"
                + (dental.isEmpty ? ", for no month of NHSBSA's dental contractor file was given." : "."))
        let boards = Set(listed.map(\.board)).subtracting([""]).sorted()
        notes.append(
            "The list has sites of \(boards.isEmpty ? "its own commissioner" : named(boards)) alone: beyond that border people "
                + "count and sites do not, so figures beside it say less.")
        return sites.sorted { $0.code < $1.code }
    }

    private static func sentences(_ supply: Supply, _ months: [Month]) -> [String] {
        guard let first = months.first, let last = months.last else { return [] }
        switch supply {
        case .contracted: return ["UDAs are those contracted for the year, as \(last.inWords) has them, by contract."]
        case .delivered:
            let all = last.index - first.index + 1
            let gaps = months.count < all ? ", of which \(all - months.count) are missing" : ""
            let span = first == last ? first.inWords : "\(first.inWords) to \(last.inWords)"
            return ["UDAs are those delivered in \(span)\(gaps), by contract."]
        }
    }
}
