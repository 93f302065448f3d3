import Methods
import Needs
import TestSupport
import Testing
import Vocabulary

/// Access of areas, of all asked about, and by fifth of deprivation.
struct WorkOutAccessTests {
    private func code(_ question: AccessQuestion) -> String? {
        do {
            _ = try WorkOutAccess.answer(question)
            return nil
        } catch { return error.code }
    }

    @Test func `people beyond the border count among those who come`() throws {
        let answer = try WorkOutAccess.answer(Village.question())
        // A and B reach s: 3,000 ÷ 1,500. B and C reach n: 1,000 ÷ 1,000.
        #expect(answer.areas.map(\.access) == [2, 3, 1, nil])
        #expect(answer.areas[1].nearest.map { abs($0 - Village.tenth) < 0.01 } == true)
        #expect(answer.sites.map(\.ratio) == [2, 1])
        #expect(answer.asked.people == 1_600 && answer.asked.peopleWithout == 100 && answer.asked.supply == 3_500)
        #expect(answer.asked.access == 3_500.0 / 1_600)
        #expect(answer.leastServed.map(\.area.code) == ["D", "A", "B"])
    }

    @Test func `each fifth has its people, and areas that the index lacks stand last`() throws {
        let fifths = try WorkOutAccess.answer(Village.question()).fifths
        #expect(fifths.map(\.fifth) == [1, 5, nil])
        #expect(fifths.map(\.group.people) == [1_000, 500, 100] && fifths.map(\.group.access) == [2, 3, 0])
    }

    @Test(arguments: [FloatingCatchment.Steps.two, .three])
    func `supply that is reached is supply that is shared out`(steps: FloatingCatchment.Steps) throws {
        var numbers = SeededNumbers(seed: 6)
        for _ in 0..<40 {
            func place() -> MapPoint {
                MapPoint(.random(in: 51...52, using: &numbers), .random(in: -2...0, using: &numbers))
            }
            let areas = (0..<30).map { number in
                AccessArea(
                    code: "\(number)", place: place(), people: .random(in: 0...900, using: &numbers), fifth: 1,
                    isAsked: number < 9)
            }
            let sites = (0..<8).map { number in
                AccessSite(
                    code: "\(number)", name: "", place: place(), supply: .random(in: 1...900, using: &numbers))
            }
            let answer = try WorkOutAccess.answer(
                Village.question(
                    areas: areas, sites: sites, steps: steps, decay: .exponential(rate: 0.1), reach: 40,
                    shorter: [10, 20]))
            #expect(abs(answer.supplyReached - answer.supplyShared) <= 1e-9 * max(1, answer.supplyReached))
            let unreached = answer.sites.filter { !$0.isReached }.reduce(0) { $0 + $1.supply }
            #expect(abs(answer.supplyReached + unreached - sites.reduce(0) { $0 + ($1.supply ?? 0) }) < 1e-6)
        }
    }

    @Test func `what has no place, people or supply is listed, and nothing is assumed for it`() throws {
        var areas = Village.areas
        areas.append(.init(code: "E", place: nil, people: 70, fifth: 2, isAsked: true))
        areas.append(.init(code: "F", place: Village.place(1), people: nil, fifth: 2, isAsked: true))
        var sites = Village.sites
        sites.append(.init(code: "x", name: "X", place: nil, supply: 55, placing: .some(.none(.unknownArea))))
        sites.append(.init(code: "y", name: "Y", place: Village.place(1), supply: nil))
        sites.append(.init(code: "z", name: "Z", place: Village.place(1), supply: 0))
        let answer = try WorkOutAccess.answer(Village.question(areas: areas, sites: sites))
        #expect(answer.areas.map(\.access) == [2, 3, 1, nil])
        #expect(
            answer.leftOut.map(\.why) == [
                .areaWithoutPlace, .areaWithoutPeople, .siteWithoutPlace, .siteWithoutSupply, .siteWithoutSupply,
            ])
        #expect(answer.leftOut.map(\.size) == [70, nil, 55, nil, 0])
        #expect(answer.leftOut[2].words == "no lookup or list of centroids has its area")
    }

    @Test func `a site that nobody reaches is there, and is not shared out`() throws {
        let far = AccessSite(code: "far", name: "Far", place: Village.place(5), supply: 700)
        let answer = try WorkOutAccess.answer(Village.question(sites: Village.sites + [far]))
        #expect(answer.sites.map(\.isReached) == [true, true, false] && answer.supplyReached == 4_000)
    }

    @Test func `one step counts what is in reach, whoever else comes, and shares nothing out`() throws {
        let answer = try WorkOutAccess.answer(Village.question(steps: .one))
        #expect(answer.areas.map(\.access) == [3_000, 4_000, 1_000, nil] && !answer.isShared)
    }

    @Test func `a table of travel stands in place of lines, and rows of unknown codes are listed`() throws {
        let ways = [("A", "s", 5.0), ("B", "n", 5), ("C", "s", 99), ("Q", "s", 1), ("A", "q", 1)].map {
            TravelCost(area: $0.0, site: $0.1, cost: $0.2)
        }
        let answer = try WorkOutAccess.answer(Village.question(travel: .init(unit: "minutes", ways: ways)))
        #expect(answer.areas.map(\.access) == [3, 2, nil, nil] && answer.areas[0].nearest == 5)
        #expect(answer.leftOut.map(\.code) == ["Q", "q"])
        #expect(answer.leftOut.map(\.why) == [.wayOfUnknownArea, .wayOfUnknownSite])
    }

    @Test func `a catchment is shorter where a site is near`() throws {
        let answer = try WorkOutAccess.answer(Village.question(reach: 25, shorter: [5, 12]))
        #expect(answer.areas.map(\.reach) == [5, 12, 5, 25])
        // s: A and B; n: B and C.
        #expect(answer.areas.map(\.access) == [2, 3, 1, nil])
    }

    @Test func `a site may have a reach of its own, but then areas may not`() throws {
        var sites = Village.sites
        sites[0].reach = 2
        let answer = try WorkOutAccess.answer(Village.question(sites: sites))
        #expect(answer.areas.map(\.access) == [3, 1, 1, nil])
        #expect(code(Village.question(sites: sites, shorter: [5])) == "bad-reach")
    }

    @Test func `what cannot be reckoned is refused with its reason`() {
        let beyond = Village.areas.map {
            AccessArea(code: $0.code, place: $0.place, people: $0.people, fifth: nil, isAsked: false)
        }
        #expect(code(Village.question(areas: beyond)) == "nobody-asked")
        #expect(code(Village.question(sites: [])) == "no-sites")
        #expect(code(Village.question(areas: Village.areas + Village.areas)) == "area-twice")
        #expect(code(Village.question(sites: Village.sites + Village.sites)) == "site-twice")
        #expect(code(Village.question(reach: 0)) == "bad-reach")
        #expect(code(Village.question(decay: .gaussian(width: 0))) == "bad-decay")
    }
}
