/// How many people live in a small area, as one row of an estimate says.
public struct AreaPopulation: Hashable, Sendable {
    /// The code as published: `E01000001`.
    public let area: String
    /// Which of the area's people: nil for everybody, else the publisher's code of the ages.
    public let part: String?
    public let people: Int
    /// People of 0, 1, 2 … years, the last entry open; empty where the file is not by single year.
    public let byAge: [Int]
    /// As the file has it: `Hartlepool 001A`; nil where it names none.
    public let name: String?

    public init(area: String, part: String? = nil, people: Int, byAge: [Int] = [], name: String? = nil) {
        self.area = area
        self.part = part
        self.people = people
        self.byAge = byAge
        self.name = name
    }
}
