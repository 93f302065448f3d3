public import Vocabulary

/// People by age band to whose ages rates are made comparable.
public struct StandardPopulation: Hashable, Sendable {
    /// As people call it: “European standard population 2013”.
    public let name: String
    /// In order of age.
    public let bands: [String]
    /// As many as bands, in the same order; none negative, not all zero.
    public let people: [Double]

    /// - Throws: `Refusal`, code `bad-standard`: no band, a band twice, a negative number, or nobody at all.
    public init(name: String, bands: [String], people: [Double]) throws(Refusal) {
        precondition(bands.count == people.count, "each band has its people")
        func fault(_ words: String) -> Refusal {
            Refusal(.input, code: "bad-standard", "The standard population “\(name)” \(words).")
        }
        guard !bands.isEmpty else { throw fault("has no age band") }
        if let twice = bands.indices.first(where: { bands[..<$0].contains(bands[$0]) }) {
            throw fault("has the age band “\(bands[twice])” twice")
        }
        guard people.allSatisfy({ $0 >= 0 && $0.isFinite }), people.contains(where: { $0 > 0 }) else {
            throw fault("has a negative number of people, or none at all")
        }
        self.name = name
        self.bands = bands
        self.people = people
    }

    /// As the Rulebook holds it: `0-4 5000; 5-9 5500; …`.
    ///
    /// - Throws: `Refusal`, code `bad-standard`.
    public init(name: String, text: String) throws(Refusal) {
        var (bands, people): ([String], [Double]) = ([], [])
        for entry in text.split(separator: ";") {
            let words = entry.split(separator: " ")
            guard words.count == 2, let number = Double(words[1]) else {
                throw Refusal(
                    .input, code: "bad-standard",
                    "“\(entry)” of the standard population “\(name)” is no age band with a number.")
            }
            bands.append(String(words[0]))
            people.append(number)
        }
        try self.init(name: name, bands: bands, people: people)
    }

    /// The place of each of an area's bands in the standard.
    ///
    /// - Throws: `Refusal`, code `bands-differ`, naming what is missing, stands twice or is unknown.
    public func places(of bands: [String], area: String) throws(Refusal) -> [Int] {
        var places: [Int] = []
        var seen = [Bool](repeating: false, count: self.bands.count)
        for (order, band) in bands.enumerated() {
            // Nearly always the order is the standard's.
            let place = order < self.bands.count && self.bands[order] == band ? order : self.bands.firstIndex(of: band)
            guard let place else { throw differs("\(area) has the age band “\(band)”, which \(name) has not") }
            guard !seen[place] else { throw differs("\(area) has the age band “\(band)” twice") }
            seen[place] = true
            places.append(place)
        }
        if let missing = seen.firstIndex(of: false) {
            throw differs("\(area) lacks the age band “\(self.bands[missing])” of \(name)")
        }
        return places
    }

    private func differs(_ words: String) -> Refusal {
        Refusal(
            .input, code: "bands-differ", "\(words).",
            remedy: "Its bands are: \(bands.joined(separator: ", ")). Join or split the area's bands to match.")
    }
}
