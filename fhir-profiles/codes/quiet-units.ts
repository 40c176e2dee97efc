import { UcumLhcUtils } from '@lhncbc/ucum-lhc';

/**
 * The UCUM library, without its habit of printing texts over which its parser stumbles: they stand in the chart, and would stand in a log or between
 * the lines of a report. Such a text is no unit, as any other that it cannot read.
 */
export function unitLibrary(): UcumLhcUtils {
  const library = UcumLhcUtils.getInstance();
  // oxlint-disable-next-line no-underscore-dangle -- the library's own name
  const parser = library.uStrParser_;
  const parse = parser.parseString;
  parser.parseString = (text, ...how) => {
    try {
      return parse.call(parser, text, ...how);
    } catch {
      return [null, null];
    }
  };
  return library;
}
