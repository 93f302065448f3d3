import Needs
import Pages
import Tabular
import Vocabulary

/// A change of sites as it was typed into the fields of a form: one, or several of a kind.
struct TypedChanges {
    typealias Field = CareAccessPage.TypedChange.Field

    private(set) var changes: [AskedChange] = []
    /// What is wrong, by field; there are no changes then.
    private(set) var errors: [Field: String] = [:]

    /// - Parameter sites: codes that are taken, so that a new site without a name gets another.
    init(_ values: [Field: String], sites: Set<String>) {
        func text(_ field: Field) -> String { TrimmedText.trim(values[field] ?? "") }
        let (what, site, amount, place) = (text(.what), text(.site), text(.amount), text(.place))
        guard let kind = AskedChange.Kind(rawValue: what) else {
            if [site, amount, place].contains(where: { !$0.isEmpty }) {
                errors[.what] = "Choose what would change."
            }
            return
        }
        if kind != .add, site.isEmpty { errors[.site] = "Say which site, by its contract number." }
        let supply = Double(amount.filter { $0 != "," })
        if kind == .capacity || kind == .add, supply?.isFinite != true {
            errors[.amount] =
                amount.isEmpty ? "Say how much it supplies then." : "“\(amount.printable)” is not a number."
        }
        if kind == .move || kind == .add, place.isEmpty { errors[.place] = "Say where, by a small area." }
        for (field, text) in [(Field.site, site), (.place, place)] {
            if let mark = text.first(where: { ";=@:".contains($0) }) { errors[field] = "Leave “\(mark)” out." }
        }
        guard errors.isEmpty else { return }
        switch kind {
        case .close:
            changes = site.split(separator: ",").map { TrimmedText.trim(String($0)) }.filter { !$0.isEmpty }.map {
                .close($0)
            }
        case .capacity: changes = [.capacity(site, supply ?? 0)]
        case .move: changes = [.move(site, to: place)]
        case .add:
            var taken = sites
            for place in TypedChanges.places(place) {
                let name = TypedChanges.free(site.isEmpty ? "new" : site, among: taken)
                taken.insert(name)
                changes.append(.add(name, supply: supply ?? 0, at: place))
            }
        }
    }

    /// Several small areas may be given with commas between; two numbers are one place.
    private static func places(_ text: String) -> [String] {
        let parts = text.split(separator: ",").map { TrimmedText.trim(String($0)) }.filter { !$0.isEmpty }
        return parts.allSatisfy { Double($0) != nil } ? [text] : parts
    }

    private static func free(_ name: String, among taken: Set<String>) -> String {
        guard taken.contains(name) else { return name }
        return (2...).lazy.map { "\(name) \($0)" }.first { !taken.contains($0) } ?? name
    }

    /// At which field a refusal is told.
    static func field(of refusal: Refusal) -> Field {
        switch refusal.code {
        case "no-such-place", "coordinates-swapped", "coordinates-outside", "no-way-known": .place
        case "negative-supply", "unreadable-change": .amount
        default: .site
        }
    }
}
