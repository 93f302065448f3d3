public import Access
public import ArgumentParser

// How roles and permissions are written on the command line: `commissioning-manager`, `read-contracts`.

extension Role: ExpressibleByArgument {
    /// With hyphens, or as programs write it.
    public init?(argument: String) {
        guard let role = Role.allCases.first(where: { $0.rawValue == argument || $0.typed == argument }) else {
            return nil
        }
        self = role
    }

    public static var allValueStrings: [String] { allCases.map(\.typed) }
    public static var allValueDescriptions: [String: String] { [:] }
    public var defaultValueDescription: String { typed }
    var typed: String { hyphenated(rawValue) }
}

extension Permission: ExpressibleByArgument {
    /// With hyphens, or as programs write it.
    public init?(argument: String) {
        guard let one = Permission.allCases.first(where: { $0.rawValue == argument || $0.typed == argument }) else {
            return nil
        }
        self = one
    }

    public static var allValueStrings: [String] { allCases.map(\.typed) }
    public static var allValueDescriptions: [String: String] {
        Dictionary(uniqueKeysWithValues: allCases.map { ($0.typed, $0.title) })
    }
    public var defaultValueDescription: String { typed }
    var typed: String { hyphenated(rawValue) }
}

/// `panelMember` as `panel-member`, `useAPI` as `use-api`.
private func hyphenated(_ name: String) -> String {
    var text = ""
    for letter in name {
        if letter.isUppercase, text.last?.isUppercase == false { text += "-" }
        text.append(letter)
    }
    return text.lowercased()
}
