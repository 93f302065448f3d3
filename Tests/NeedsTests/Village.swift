import Methods
import Needs
import Rulebook
import TestSupport
import Vocabulary

/// Four places along a road that runs north, a tenth of a degree (11.1195 km) apart, and two sites.
enum Village {
    static let tenth = 11.1195

    static func place(_ tenths: Double) -> MapPoint { MapPoint(52 + tenths / 10, -1) }

    static let areas = [
        AccessArea(code: "A", name: "First", place: place(0), people: 1_000, fifth: 1, isAsked: true),
        AccessArea(code: "B", place: place(1), people: 500, fifth: 5, isAsked: true),
        AccessArea(code: "C", place: place(2), people: 500, fifth: 3, isAsked: false),
        AccessArea(code: "D", place: place(9), people: 100, fifth: nil, isAsked: true),
    ]

    static let sites = [
        AccessSite(code: "s", name: "South", place: place(0), supply: 3_000, isAsked: true),
        AccessSite(code: "n", name: "North", place: place(2), supply: 1_000, isAsked: false),
    ]

    static func question(
        areas: [AccessArea] = areas, sites: [AccessSite] = sites, steps: FloatingCatchment.Steps = .two,
        decay: Decay = .none, reach: Double = 12, shorter: [Double] = [], travel: AccessQuestion.TravelTable? = nil
    ) -> AccessQuestion {
        AccessQuestion(
            asked: "Village ICB", areas: areas, sites: sites,
            method: AccessMethod(steps: steps, decay: decay, reach: reach, shorter: shorter, detour: 1), unit: "UDAs",
            per: 1, travel: travel)
    }

    static func rules() throws -> AccessDefaults {
        guard let day = Day("2026-11-22") else { preconditionFailure("a day") }
        return try AccessDefaults(.shipped, on: day)
    }
}
