import Testing
import Vocabulary

@testable import Exemplar

@Suite struct DefinitionsTests {
    @Test(arguments: 2016...2024)
    func `a year's quantiles ascend and its parts make a whole`(start: Int) {
        let year = NationalYear.nearest(to: start)
        #expect(year.start == start)
        #expect(year.delivered.count == NationalShape.probabilities.count - 2)
        #expect(year.delivered == year.delivered.sorted())
        #expect(year.season.count == 12)
        #expect(abs(year.season.reduce(0, +) - 1) < 0.001)
        #expect(abs(year.mix.reduce(0, +) - 1_000) <= 2)
    }

    @Test func `a year outside those known takes the nearest`() {
        #expect(NationalYear.nearest(to: 2010).start == 2016)
        #expect(NationalYear.nearest(to: 2030).start == 2024)
    }

    @Test func `quantiles ascend and have a probability each`() {
        for values in [NationalShape.targets, NationalShape.unitValues] {
            #expect(values.count == NationalShape.probabilities.count && values == values.sorted())
        }
        for values in [NationalShape.children, NationalShape.adults] {
            #expect(values.count == NationalShape.patientProbabilities.count && values == values.sorted())
        }
        #expect(abs(NationalShape.bandTwo.reduce(0, +) - 1) < 1e-9)
        #expect(AnnualShape.kinds.map(\.hundredths).reduce(0, +) == 100)
    }

    @Test func `a value between two quantiles lies on the line between them`() {
        #expect(interpolated(0.25, at: [0, 0.5, 1], [10, 20, 40]) == 15)
        #expect(interpolated(0, at: [0, 0.5, 1], [10, 20, 40]) == 10)
        #expect(interpolated(1, at: [0, 0.5, 1], [10, 20, 40]) == 40)
        #expect(interpolated(0.1, at: [0.2, 1], [10, 20]) == 10)
    }

    @Test func `the annual file has 76 columns and each once`() {
        #expect(AnnualColumns.all.count == 76)
        #expect(Set(AnnualColumns.all).count == 76)
    }
}
