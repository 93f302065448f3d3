import Methods
public import Vocabulary

/// Measures how concentrated UDA targets are, by provider's name in upper case or by group where groups are given.
///
/// One provider may stand under several spellings, and one owner behind several names, so by name alone the index is
/// the least that it can be.
public enum MeasureConcentration {
    /// - Parameters:
    ///   - holdings: every contract of one month; who is to be left out is the caller's to decide.
    ///   - group: the parent group of a contract, where one is known; others go by their provider's name.
    ///   - place: the organisation that a code stands for on the day asked about.
    /// - Returns: all together first, then by name.
    public static func measure(
        _ holdings: [Holding], group: (Holding) -> String? = { _ in nil },
        place: (OrganisationCode) -> OrganisationCode = { $0 }, name: (OrganisationCode) -> String? = { _ in nil }
    ) -> [ProviderConcentration] {
        var whole = Market(name: "All")
        var markets: [OrganisationCode: Market] = [:]
        for holding in holdings {
            let owner = group(holding) ?? normalised(holding.providerName)
            let code = place(holding.commissioner)
            whole.add(holding, to: owner)
            markets[code, default: Market(name: name(code) ?? holding.commissionerName)].add(holding, to: owner)
        }
        guard whole.contracts > 0 else { return [] }
        return [whole.concentration(of: nil)]
            + markets.map { $1.concentration(of: $0) }
            .sorted { $0.name == $1.name ? $0.commissioner! < $1.commissioner! : $0.name < $1.name }
    }

    /// A provider's name as it is compared: trimmed, in upper case.
    public static func normalised(_ name: String) -> String {
        let start = name.drop(while: \.isWhitespace)
        let end = start.lastIndex { !$0.isWhitespace }
        return end.map { start[...$0].uppercased() } ?? ""
    }

    private struct Market {
        var name: String
        var contracts = 0
        var target = Units.zero
        var value = Money.zero
        var delivered = Units.zero
        var sizes: [String: Int] = [:]

        init(name: String) { self.name = name }

        mutating func add(_ holding: Holding, to owner: String) {
            contracts += 1
            target += holding.target
            value += holding.value
            delivered += holding.delivered
            sizes[owner, default: 0] += max(0, holding.target.hundredths)
        }

        func concentration(of commissioner: OrganisationCode?) -> ProviderConcentration {
            let measure = HerfindahlHirschman(sizes: Array(sizes.values))
            return ProviderConcentration(
                commissioner: commissioner, name: name, contracts: contracts, target: target, value: value,
                delivered: delivered, providers: measure?.parts ?? 0, index: measure?.index,
                effectiveNumber: measure?.effectiveNumber, topFour: measure?.topFour)
        }
    }
}
