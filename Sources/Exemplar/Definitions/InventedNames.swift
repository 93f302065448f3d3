/// Names of people, places and practices that exist nowhere, made of parts that sound like England.
enum InventedNames {
    static let surnames = [
        "Abberwick", "Brindlemoor", "Cattersham", "Dunnockby", "Elverstoke", "Fennimarsh", "Gorsebury",
        "Hallowmere",
        "Inkersole", "Jessamy-Thrale", "Kettlewick", "Lambersley", "Mossendew", "Nettlecote", "Ottermole",
        "Pipkinshaw", "Quillerby", "Rushenden", "Sallowfield", "Thistlewray", "Umberlane", "Vellacombe",
        "Wimblethorn", "Yarrowgate", "Zennerley", "Ashpitel-Vane", "Bodkinway", "Corncrake", "Drizzleton",
        "Eiderwell",
    ]

    /// Places of the three invented systems: streets and towns, which practices are called after.
    static let places: [[String]] = [
        [
            "Wexbourne", "Upper Dallow", "Kingsfallow", "Marlstead", "Otterhythe", "Quenby Cross",
            "Larkstone",
            "Nether Wick", "Copperley", "St Osyn's",
        ],
        [
            "Harrowmere", "Brackenholt", "Slatewater", "Thornaby Fold", "Millrace", "Gannock", "Ellerdyke",
            "Coldharrow",
        ],
        [
            "Saltby", "Fen Drayling", "Eelmarsh", "Witchford Lode", "Samphire Quay", "Gedneyhurst",
            "Long Staithe",
        ],
    ]

    static let practices = [
        "Dental Practice", "Dental Care", "Dental Surgery", "Dental Centre", "Smile Clinic",
        "House Dental Practice",
    ]

    /// One name with a letter that ASCII lacks, as England's files have one.
    static let accented = "Café Row Dental Practice"

    static let companies = ["Dental Care Limited", "Dental Ltd", "Dentistry Limited", "Dental Partners LLP"]

    /// Groups and the companies through which each holds contracts.
    static let groups: [(group: String, companies: [String])] = [
        (
            "Marshlight Dental Group",
            ["Marshlight Dental Limited", "Marshlight (Harrowmere) Limited", "ML Dental Ltd"]
        ),
        ("Toothwell Holdings", ["Toothwell Dental Care Limited", "Toothwell South Ltd"]),
        ("Bright Harbour Group", ["Bright Harbour Dentistry Limited", "Harbour Smiles Ltd"]),
        ("Penny Farthing Dental", ["Penny Farthing Dental Limited"]),
    ]

    static let initials = Array("ABCDEFGHJKLMNPRSTVW").map(String.init)
    static let titles = ["MR", "MRS", "MISS", "DR", "Mr", "Mrs", "Dr", "Dr"]

    /// In an area that Royal Mail does not have: ZZ1 to ZZ9, ZZ11 to ZZ19 or ZZ21 to ZZ29.
    static func postcode(_ draws: inout Draws, board: Int) -> String {
        let district = board * 10 + 1 + draws.below(9)
        return "ZZ\(district) \(1 + draws.below(9))\(draws.pick(["AB", "DL", "HX", "QT"]))"
    }

    /// A provider's name in the mix of December 2023: a third with a title, 28 in a hundred companies, a
    /// quarter practices, eight in a hundred several people, the rest people without a title.
    static func provider(_ draws: inout Draws, board: Int) -> (name: String, group: String?) {
        let place = draws.pick(places[board])
        let surname = draws.pick(surnames)
        let letters = draws.pick(initials) + draws.pick(initials)
        switch draws.below(100) {
        case ..<33:
            let title = draws.pick(titles)
            let name = "\(title) \(letters) \(surname)"
            return (title == title.uppercased() ? name.uppercased() : name, nil)
        case ..<44:
            let group = draws.pick(groups)
            return (draws.pick(group.companies), group.group)
        case ..<61: return ("\(place) \(draws.pick(companies))", nil)
        case ..<86:
            let name = "\(place) \(draws.pick(practices))"
            return (draws.below(4) == 0 ? name.uppercased() : name, nil)
        case ..<91: return ("\(surname) and \(draws.pick(surnames))", nil)
        case ..<94: return ("\(surname), \(draws.pick(surnames)) and \(draws.pick(surnames))", nil)
        default: return ("\(letters) \(surname)".uppercased(), nil)
        }
    }
}
