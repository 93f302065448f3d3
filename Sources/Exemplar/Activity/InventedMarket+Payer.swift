import Vocabulary

/// Who pays: the invented hubs, regions and specialised services, and the commissioner that a row is due to.
extension InventedMarket {
    /// A specialised service: what has been delegated of it until midyear, and from then on; nil where it is in no list.
    struct Specialised: Sendable {
        let code: String
        let until: String?
        let from: String?
        var isMentalHealth = false

        func delegation(on day: Day) -> String? { day < InventedMarket.midyear ? until : from }
    }

    static let noService = "99999999"
    /// In no list, and specialised by its category alone.
    static let unlistedService = "NCBPS99X"
    static let specialised = [
        Specialised(code: "NCBPS01A", until: "AMBER", from: "AMBER"),
        Specialised(code: "NCBPS02R", until: "RED", from: "RED"),
        Specialised(code: "NCBPS03B", until: "BLUE", from: "BLUE"),
        Specialised(code: "NCBPS04G", until: "GREEN", from: "GREEN"),
        Specialised(code: "NCBPS05M", until: "AMBER", from: "GREEN"),
        Specialised(code: "NCBPS06L", until: "RED", from: nil),
        Specialised(code: "NCBPS22G", until: "GREEN", from: "GREEN", isMentalHealth: true),
        Specialised(code: "NCBPS22R", until: "RED", from: "RED", isMentalHealth: true),
    ]

    /// The specialised hub of a commissioner, and its region.
    func hub(of commissioner: Int) -> String { "QH\(commissioner % 7 + 1)" }
    func region(of commissioner: Int) -> String { "QR\(commissioner % 7 + 1)" }

    /// The commissioner that a row is due to; nil where none is assigned.
    func payer(of row: BilledRow) -> String? {
        let own = row.practice.commissioner(on: row.start)
        let host = providers[row.provider].host
        let board = commissioners[own ?? row.residence ?? host]
        let isPlain = row.category == "12" && row.service == InventedMarket.noService && !row.practice.isPrison
        if isPlain, row.pointOfDelivery != "DRUG" { return board }
        if ["31", "32", "41"].contains(row.category) || ["DRUG", "DEVICE"].contains(row.pointOfDelivery) {
            return nil
        }

        let service = InventedMarket.specialised.first { $0.code == row.service }
        let delegation = service?.delegation(on: row.start)
        if let service, let delegation, service.isMentalHealth {
            return delegation == "GREEN" ? board : hub(of: own ?? host)
        }
        let isSpecialised = delegation != nil || row.category == "21"
        if isSpecialised, delegation == "AMBER" { return hub(of: own ?? host) }
        if isSpecialised, delegation != "GREEN" { return hub(of: host) }
        let isDental = ["140", "141", "142", "143", "144", "145", "217", "450", "451"].contains(row.function)
        if (isDental && !isSpecialised) || ["51", "55"].contains(row.category) { return board }
        if row.practice.isPrison || ["71", "75"].contains(row.category), row.pointOfDelivery != "AE" {
            return region(of: host)
        }
        if ["81", "85"].contains(row.category) { return region(of: own ?? host) }
        if row.category == "61" { return commissioners[InventedMarket.armedForces] }
        return board
    }
}
