// build.mjs brings style sheets in as minified text.
declare module "*.css" {
  const text: string;
  export default text;
}
