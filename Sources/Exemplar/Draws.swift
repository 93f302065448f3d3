import Methods

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A random stream with the draws that inventing needs.
struct Draws {
    private var stream: RandomStream

    init(_ stream: RandomStream) { self.stream = stream }

    mutating func uniform() -> Double { stream.uniform() }
    mutating func normal() -> Double { stream.normal() }
    mutating func below(_ count: Int) -> Int { stream.below(count) }
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[stream.below(elements.count)] }
    mutating func shuffled(_ count: Int) -> [Int] { stream.shuffled(0..<count) }

    /// True as often as `hundredths` in a hundred.
    mutating func chance(_ hundredths: Double) -> Bool { stream.uniform() * 100 < hundredths }

    /// One probability from each of `count` equal parts of 0 to 1, in random order: a sample of even shape.
    mutating func spread(_ count: Int) -> [Double] {
        let places = stream.shuffled(0..<count)
        return places.map { (Double($0) + stream.uniform()) / Double(count) }
    }

    /// The whole numbers either side of the value, as often as makes the value their mean.
    mutating func whole(_ value: Double) -> Int { Int(value + stream.uniform()) }
}

extension RandomStream {
    /// The first draw of the stream.
    func first(below count: Int) -> Int {
        var stream = self
        return stream.below(count)
    }
}

/// The value at a probability, linear between the quantiles known.
func interpolated(_ probability: Double, at places: [Double], _ values: [Double]) -> Double {
    guard let upper = places.firstIndex(where: { $0 >= probability }), upper > 0 else {
        return probability <= places[0] ? values[0] : values[values.count - 1]
    }
    let part = (probability - places[upper - 1]) / (places[upper] - places[upper - 1])
    return values[upper - 1] + part * (values[upper] - values[upper - 1])
}

func exponential(_ value: Double) -> Double { exp(value) }
func naturalLog(_ value: Double) -> Double { log(value) }
